package uk.followmycase.delivery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way of writing for each contact. */
final class Contacts {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** Deliberately loose: the proof of an address is a message that arrives. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}<>,;\"]{1,64}@[^\\s@\\p{Cntrl}<>,;\"]{1,253}");

  private Contacts() {}

  static Optional<Contact> phone(String written) {
    if (written.length() > 40) {
      return Optional.empty();
    }
    try {
      var number = PHONES.parse(written, "GB");
      return PHONES.isValidNumber(number)
          ? Optional.of(new Contact(Channel.TEXT, PHONES.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  static Optional<Contact> email(String written) {
    var trimmed = written.strip().toLowerCase(Locale.ROOT);
    return EMAIL.matcher(trimmed).matches()
        ? Optional.of(new Contact(Channel.EMAIL, trimmed))
        : Optional.empty();
  }

  static String masked(Contact contact) {
    var value = contact.value();
    if (contact.channel() == Channel.TEXT) {
      return "••• " + value.substring(Math.max(0, value.length() - 3));
    }
    var at = value.indexOf('@');
    var dot = value.lastIndexOf('.');
    var end = dot > at ? value.substring(dot) : "";
    return value.charAt(0) + "•••@" + value.charAt(at + 1) + "•••" + end;
  }
}
