package uk.followmycase.cases.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a body, where values are read and faults are told. */
record Field(String pointer, Faults faults) {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  Field at(String name) {
    return new Field(pointer + "/" + name, faults);
  }

  Field at(int index) {
    return new Field(pointer + "/" + index, faults);
  }

  void fault(String detail, String advice) {
    faults.add(pointer, detail, advice);
  }

  /** A value that must stand; null when it is missing, which is told. */
  <T> @Nullable T required(@Nullable T value, String advice) {
    if (value == null) {
      fault("Missing", advice);
    }
    return value;
  }

  /** Text that must stand. */
  @Nullable String text(@Nullable String value, int longest) {
    return optionalText(required(value, "Give text of 1 to " + longest + " characters"), longest);
  }

  /** Text that may be missing; blank text is told of. */
  @Nullable String optionalText(@Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    if (value.isBlank()) {
      fault("Blank", "Leave it out, or give text");
      return null;
    }
    if (value.codePointCount(0, value.length()) > longest) {
      fault("Too long", "Give at most " + longest + " characters");
      return null;
    }
    return value;
  }

  /** Text of a shape. */
  @Nullable String matching(@Nullable String value, Pattern shape, String advice) {
    if (value != null && !shape.matcher(value).matches()) {
      fault("Wrong shape", advice);
      return null;
    }
    return value;
  }

  /** One of a list of words. */
  <E extends Enum<E>> @Nullable E word(@Nullable String value, Class<E> words) {
    if (value == null) {
      return null;
    }
    for (var word : words.getEnumConstants()) {
      if (written(word).equals(value)) {
        return word;
      }
    }
    fault("Unknown word", oneOf(words));
    return null;
  }

  /** One of a list of words, which must stand. */
  <E extends Enum<E>> @Nullable E requiredWord(@Nullable String value, Class<E> words) {
    return word(required(value, oneOf(words)), words);
  }

  private static <E extends Enum<E>> String oneOf(Class<E> words) {
    var all = Arrays.stream(words.getEnumConstants()).map(Field::written).toList();
    return "Give one of: " + String.join(", ", all);
  }

  /** An enum's constant as it is written on the wire. */
  static String written(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** A moment with its offset. */
  @Nullable Instant moment(@Nullable String value) {
    return read(
        value,
        text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS),
        instant -> instant.atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
        "Give a time with its offset, such as 2026-03-29T08:05:00+01:00");
  }

  /** A date. */
  @Nullable LocalDate date(@Nullable String value) {
    return read(value, LocalDate::parse, day -> day, "Give a date such as 2026-03-29");
  }

  /** A date, or the day of a moment in the force's zone. */
  @Nullable LocalDate day(@Nullable String value, ZoneId zone) {
    return read(
        value,
        text ->
            text.length() == 10
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate(),
        day -> day,
        "Give a date such as 2026-03-29, or a time with its offset such as"
            + " 2026-03-29T08:05:00+01:00");
  }

  private <T> @Nullable T read(
      @Nullable String value,
      Function<String, T> reader,
      Function<T, LocalDate> dayOf,
      String advice) {
    if (value == null) {
      return null;
    }
    if (value.length() <= 40) {
      try {
        var read = reader.apply(value);
        if (!dayOf.apply(read).isBefore(EARLIEST) && dayOf.apply(read).isBefore(LATEST)) {
          return read;
        }
      } catch (DateTimeException unreadable) {
        // told below
      }
    }
    fault("No such time", advice);
    return null;
  }

  /** A list that may be missing, of at most so many and without nulls. */
  <T> List<T> list(@Nullable List<@Nullable T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      fault("Too many", "Give at most " + most);
      return List.of();
    }
    var read = new java.util.ArrayList<T>(values.size());
    for (var i = 0; i < values.size(); i++) {
      var value = at(i).required(values.get(i), "Leave the place out");
      if (value != null) {
        read.add(value);
      }
    }
    return read;
  }
}
