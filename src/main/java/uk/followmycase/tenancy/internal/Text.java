package uk.followmycase.tenancy.internal;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    if (format.getArgumentNames().isEmpty()) {
      return new Plain(format.format(Map.of()));
    }
    var shaped = new Shaped(format, Set.copyOf(format.getArgumentNames()));
    return Filled.of(message, shaped).<Text>map(Function.identity()).orElse(shaped);
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

  /**
   * A text whose places are filled as they come, without choices or numbers: most of those with
   * places, and a page has many of them.
   *
   * @param parts of the text and names of places, in turn
   * @param shaped writes what is no text, such as numbers
   */
  record Filled(List<String> parts, Shaped shaped) implements Text {

    /** No text has it. */
    private static final String MARK = "\uE000";

    static Optional<Filled> of(String message, Shaped shaped) {
      var pattern = new MessagePattern(message);
      var plain =
          IntStream.range(0, pattern.countParts())
              .mapToObj(pattern::getPart)
              .allMatch(part -> part.getArgType() == MessagePattern.ArgType.NONE);
      var marked =
          shaped.places().stream()
              .collect(Collectors.toMap(Function.identity(), name -> MARK + name + MARK));
      return plain
          ? Optional.of(new Filled(List.of(shaped.with(marked).split(MARK, -1)), shaped))
          : Optional.empty();
    }

    @Override
    public String with(Map<String, ?> values) {
      var text = new StringBuilder(parts.getFirst());
      for (var n = 1; n < parts.size(); n += 2) {
        if (!(values.get(parts.get(n)) instanceof String value)) {
          return shaped.with(values);
        }
        text.append(value).append(parts.get(n + 1));
      }
      return text.toString();
    }

    @Override
    public Set<String> places() {
      return shaped.places();
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
