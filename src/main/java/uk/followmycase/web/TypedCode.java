package uk.followmycase.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code as somebody typed or pasted it, without the spaces and dashes that make it readable.
 *
 * @param value what is left
 * @param shape what it must look like to be worth trying
 */
public record TypedCode(String value, Pattern shape) {

  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");
  private static final Pattern SENT = Pattern.compile("\\d{8}");
  private static final Pattern IN_MESSAGE = Pattern.compile("[0-9A-Z]{16}");
  private static final Pattern HANDED_OVER = Pattern.compile("[0-9A-Z]{12}");

  /** A code that we sent: 8 digits. */
  public static TypedCode sent(String typed) {
    return new TypedCode(NOISE.matcher(typed).replaceAll(""), SENT);
  }

  /** A code that the force handed over: 12 letters and digits, small or capital. */
  public static TypedCode handedOver(String typed) {
    return new TypedCode(NOISE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT), HANDED_OVER);
  }

  /** A code from a message that holds no link: 16 letters and digits, small or capital. */
  public static TypedCode inMessage(String typed) {
    return new TypedCode(NOISE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT), IN_MESSAGE);
  }

  /** Whether nothing was typed. */
  public boolean empty() {
    return value.isEmpty();
  }

  /** Whether it looks like a whole code. */
  public boolean complete() {
    return shape.matcher(value).matches();
  }

  @Override
  public String toString() {
    return "typed code";
  }
}
