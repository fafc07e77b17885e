package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.support.RecordsSystem.Answer;
import uk.followmycase.tenancy.Forces;

/** Every field of a case, and the wire itself, wrong in every way. */
@IdentityTest
class BadInputTests {

  /** A lone surrogate has no form in UTF-8: it comes escaped or not at all. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String CANARY = "ZQXJ-canary";

  /** What a case cannot do without; in the same places of people, contacts and so on. */
  private static final Set<String> REQUIRED =
      Set.of(
          "reference",
          "version",
          "kind",
          "status",
          "code",
          "collarNumber",
          "id",
          "role",
          "value",
          "safe",
          "days",
          "start",
          "end",
          "at");

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;

  private RecordsSystem records;

  @BeforeEach
  void aRecordsSystem() {
    var force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(port, clients, force.id(), "bad-records");
  }

  @Test
  void everyFieldMissingOrNullIsToldWhereItMustStand() {
    for (var pointer : pointers()) {
      for (var change : List.of("missing", "null")) {
        var answer =
            put(pointer, change.equals("null") ? JsonNodeFactory.instance.nullNode() : null);
        var name = pointer.last().getMatchingProperty();
        var required =
            pointer.toString().matches(".*/\\d+")
                ? change.equals("null")
                : REQUIRED.contains(name) && !pointer.toString().equals("/area/name")
                    || name.equals("name") && pointer.toString().startsWith("/officer");
        if (required) {
          refused(answer, pointer, change);
        } else {
          assertThat(answer.status())
              .as("%s %s: %s", pointer, change, answer.body())
              .isIn(200, 422);
        }
      }
    }
  }

  @Test
  void everyFieldOfTheWrongTypeIsTold() {
    var wrongs =
        List.of(
            "{\"colour\": \"" + CANARY + "\"}",
            "[[\"" + CANARY + "\"]]",
            "3.5",
            "true",
            "\"" + CANARY + "\"",
            "123456789012345678901");
    for (var pointer : pointers()) {
      for (var wrong : wrongs) {
        var value = JSON.readTree(wrong);
        if (sameType(value, whole().at(pointer))) {
          continue;
        }
        refused(put(pointer, value), pointer, wrong);
      }
    }
  }

  @Test
  void everyTextTooLongOrWithCharactersThatAreNoneIsTold() {
    var bad =
        List.of(
            CANARY + "x".repeat(15_000),
            CANARY + '\u0000',
            CANARY + '\u0007',
            CANARY + "\ud800",
            "\udc00" + CANARY,
            CANARY);
    for (var pointer : pointers()) {
      if (!whole().at(pointer).isString()) {
        continue;
      }
      for (var text : bad.subList(0, 5)) {
        refused(put(pointer, JsonNodeFactory.instance.stringNode(text)), pointer, "bad text");
      }
      var free = put(pointer, JsonNodeFactory.instance.stringNode(CANARY));
      assertThat(free.status()).as(pointer.toString()).isIn(200, 422);
    }
  }

  @Test
  void unknownFieldsAreRefusedByNameEverywhere() {
    for (var pointer : pointers()) {
      if (whole().at(pointer).isObject()) {
        var at = pointer.appendProperty("colour");
        refused(put(at, JsonNodeFactory.instance.stringNode(CANARY)), at, "unknown");
      }
    }
    var at = JsonPointer.compile("/force");
    refused(put(at, JsonNodeFactory.instance.stringNode("humberside")), at, "unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "3",
        "\"text\"",
        "{",
        "{\"reference\": \"43/26/0000001\"",
        "{\"reference\": \"43/26/0000001\", \"reference\": \"43/26/0000001\"}",
        "{\"version\": 1} {}",
        "{\"version\": 12345678901234567890123456789012345678901234567890}",
        "{'version': 1}",
        "{\"version\": NaN}",
        "{\"version\": 01}",
        "{\"version\": 1, }",
        "// comment\n{}",
        "\u0000"
      })
  void whatIsNoJsonObjectIsMalformed(String body) {
    var answer = records.put(body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.said()).isEqualTo("/problems/malformed");
  }

  @Test
  void depthNumberSizeAndEncodingHaveLimits() {
    assertThat(records.put("{\"" + "n".repeat(100) + "\": 1}").said())
        .isEqualTo("/problems/malformed");
    assertThat(records.put("[".repeat(100_000)).said()).isEqualTo("/problems/malformed");
    assertThat(records.put("{\"people\":".repeat(1_000)).said()).isEqualTo("/problems/malformed");
    assertThat(records.put("{\"flags\": [" + "1,".repeat(60_000) + "1]}").said())
        .isEqualTo("/problems/malformed");
    assertThat(records.put("x".repeat(300_000)).said()).isEqualTo("/problems/too-large");
    assertThat(put(StandardCharsets.UTF_16.encode("{}").array()).status()).isEqualTo(400);
    assertThat(put(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}).status())
        .isEqualTo(400);
    var chunked =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[600_000]));
    assertThat(records.send("PUT", "/api/v1/case", "application/json", chunked).said())
        .isEqualTo("/problems/too-large");
    assertThat(
            records.send("PUT", "/api/v1/case", "text/plain", BodyPublishers.ofString("{}")).said())
        .isEqualTo("/problems/content-type");
  }

  @Test
  void versionsHaveSixtyThreeBits() {
    var largest = Told.least(Told.reference(), Long.MAX_VALUE);
    assertThat(records.put(largest).said()).isEqualTo("accepted");
    for (var version :
        List.of("9223372036854775808", "-9223372036854775808", "0", "-1", "1.0", "1e400")) {
      var answer = records.put(Told.least(Told.reference(), 77).replace("77", version));
      assertThat(answer.said()).as(version).isEqualTo("/problems/invalid");
    }
  }

  @Test
  void unreadableContactsAreNotedAndNeverRefuseACase() {
    var told = Told.whole(Told.reference(), 1).replace("07700 900123", "ask his mum");
    var answer = records.put(told);
    assertThat(answer.said()).isEqualTo("accepted");
    assertThat(answer.json().at("/notes/0/pointer").asString())
        .isEqualTo("/people/0/contacts/0/value");
    assertThat(answer.body()).doesNotContain("his mum");
  }

  private void refused(Answer answer, JsonPointer pointer, String how) {
    assertThat(answer.status()).as("%s %s: %s", pointer, how, answer.body()).isIn(400, 422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).as("%s %s", pointer, how).doesNotContain(CANARY);
    if (answer.status() == 422) {
      var pointers = new ArrayList<String>();
      answer.json().get("errors").forEach(error -> pointers.add(error.get("pointer").asString()));
      assertThat(pointers)
          .as("%s %s", pointer, how)
          .anyMatch(told -> (told + "/").startsWith(pointer + "/"));
    }
  }

  /** Puts a whole case with one place changed, or taken out. */
  private Answer put(JsonPointer pointer, @org.jspecify.annotations.Nullable JsonNode value) {
    var body = whole();
    var parent = body.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      if (value == null) {
        object.remove(pointer.last().getMatchingProperty());
      } else {
        object.set(pointer.last().getMatchingProperty(), value);
      }
    } else if (parent instanceof ArrayNode list) {
      if (value == null) {
        list.remove(pointer.last().getMatchingIndex());
      } else {
        list.set(pointer.last().getMatchingIndex(), value);
      }
    }
    return records.put(JSON.writeValueAsString(body));
  }

  private Answer put(byte[] body) {
    return records.send(
        "PUT", "/api/v1/case", "application/json", BodyPublishers.ofByteArray(body));
  }

  private static boolean sameType(JsonNode one, JsonNode other) {
    return one.isString() && other.isString() || one.isBoolean() && other.isBoolean();
  }

  private static JsonNode whole() {
    return JSON.readTree(Told.whole(Told.reference(), 1));
  }

  private static List<JsonPointer> pointers() {
    var found = new ArrayList<JsonPointer>();
    collect(whole(), JsonPointer.empty(), found);
    return found;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> found) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      found.add(at.appendProperty(field.getKey()));
      collect(field.getValue(), at.appendProperty(field.getKey()), found);
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      found.add(at.appendIndex(i));
      collect(node.get(i), at.appendIndex(i), found);
    }
  }
}
