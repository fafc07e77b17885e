package uk.followmycase.cases.intake;

import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers. */
@Component
class WireJson {

  private final JsonMapper json =
      JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

  byte[] bytes(Object body) {
    return json.writeValueAsBytes(body);
  }
}
