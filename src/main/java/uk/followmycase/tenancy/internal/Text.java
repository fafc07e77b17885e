package uk.followmycase.tenancy.internal;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;

/** A text of the wording. Most have no places and need no formatting. */
sealed interface Text {

  /**
   * The text with its places filled.
   *
   * @throws IllegalArgumentException when a place has no value
   */
  String with(Map<String, ?> values);

  /** Names of the places to fill. */
  Set<String> places();

  /**
   * Reads an ICU message.
   *
   * @throws IllegalArgumentException when it is none, or its places are numbered instead of named
   */
  static Text of(String message, ULocale language) {
    var format = new MessageFormat(message, language);
    if (!format.usesNamedArguments() && !format.getArgumentNames().isEmpty()) {
      throw new IllegalArgumentException("places want names, such as {when}, not numbers");
    }
    return format.getArgumentNames().isEmpty()
        ? new Plain(format.format(Map.of()))
        : new Shaped(format, Set.copyOf(format.getArgumentNames()));
  }

  /** A text without places. */
  record Plain(String text) implements Text {

    @Override
    public String with(Map<String, ?> values) {
      return text;
    }

    @Override
    public Set<String> places() {
      return Set.of();
    }
  }

  /** A text with places. ICU's formats are not safe for threads: each use takes a copy. */
  record Shaped(MessageFormat format, Set<String> places) implements Text {

    @Override
    public String with(Map<String, ?> values) {
      if (!values.keySet().containsAll(places)) {
        throw new IllegalArgumentException("The places " + places + " want values");
      }
      return ((MessageFormat) format.clone()).format(values);
    }
  }
}
