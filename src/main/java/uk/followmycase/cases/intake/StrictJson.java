package uk.followmycase.cases.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads bodies and takes nothing for granted: no field, type, size or character. */
@Component
class StrictJson {

  private static final String FACTS = "See the fields in the OpenAPI document";

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(8)
          .maxNameLength(64)
          .maxStringLength(20_000)
          .maxNumberLength(20)
          .maxTokenCount(30_000)
          .build();

  private final JsonMapper mapper;

  StrictJson() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addHandler(new StructureFaults())
            .addModule(
                new SimpleModule()
                    .addDeserializer(String.class, new StrictScalars.Text())
                    .addDeserializer(Long.class, new StrictScalars.WholeNumber())
                    .addDeserializer(Boolean.class, new StrictScalars.YesOrNo()))
            .build();
  }

  /**
   * Reads a body as far as it has the right structure.
   *
   * @param faults where unknown fields and wrong types are told; such fields read as missing
   */
  <T> T read(byte[] body, Class<T> type, Faults faults) throws Malformed {
    @Nullable T read;
    try {
      read = mapper.readerFor(type).withAttribute(StructureFaults.class, faults).readValue(body);
    } catch (StreamConstraintsException tooMuch) {
      throw malformed(tooMuch, "Too deep, too long or too many", "Keep to the documented limits");
    } catch (JacksonException broken) {
      throw malformed(broken, reason(broken), "Send one JSON object in UTF-8, each field once");
    }
    if (read == null) {
      throw new Malformed(new Fault("", "Not a JSON object", FACTS));
    }
    return read;
  }

  private static String reason(JacksonException broken) {
    var message = broken.getOriginalMessage();
    return message != null && message.startsWith("Duplicate")
        ? "A field stands twice"
        : "Not well-formed JSON";
  }

  private static Malformed malformed(JacksonException broken, String detail, String advice) {
    var where = broken.getLocation();
    var place = where == null ? "" : " (at byte " + where.getByteOffset() + ")";
    return new Malformed(new Fault("", detail + place, advice));
  }
}
