package uk.followmycase.cases.intake;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Scalars that are what they seem: no number is read as text, no text as a number. */
final class StrictScalars {

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private StrictScalars() {}

  /** Text without control characters and lone surrogates. */
  static final class Text extends StdDeserializer<String> {

    Text() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        StructureFaults.wrong(context, parser, "text");
        return null;
      }
      var text = parser.getString();
      if (wellFormed(text)) {
        return text;
      }
      StructureFaults.of(context)
          .add(
              parser.streamReadContext().pathAsPointer().toString(),
              "Characters that are no text",
              "Leave out NUL, control characters and lone surrogates");
      return null;
    }

    private static boolean wellFormed(String text) {
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c == 0x7F) {
          return false;
        }
        if (Character.isSurrogate(c) && !(Character.isHighSurrogate(c) && paired(text, i++))) {
          return false;
        }
      }
      return true;
    }

    private static boolean paired(String text, int high) {
      return high + 1 < text.length() && Character.isLowSurrogate(text.charAt(high + 1));
    }
  }

  /** A whole number of at most 63 bits. */
  static final class WholeNumber extends StdDeserializer<Long> {

    WholeNumber() {
      super(Long.class);
    }

    @Override
    public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        var number = parser.getBigIntegerValue();
        if (number.abs().compareTo(LARGEST) <= 0) {
          return number.longValue();
        }
      }
      StructureFaults.wrong(context, parser, "a whole number up to " + LARGEST);
      return null;
    }
  }

  /** {@code true} or {@code false}. */
  static final class YesOrNo extends StdDeserializer<Boolean> {

    YesOrNo() {
      super(Boolean.class);
    }

    @Override
    public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context) {
      return switch (parser.currentToken()) {
        case VALUE_TRUE -> Boolean.TRUE;
        case VALUE_FALSE -> Boolean.FALSE;
        case null, default -> {
          StructureFaults.wrong(context, parser, "true or false");
          yield null;
        }
      };
    }
  }
}
