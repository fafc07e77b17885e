package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.tenancy.Forces;

@IdentityTest
class SingleCallTests {

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;

  private RecordsSystem records;
  private String reference;

  @BeforeEach
  void aRecordsSystem() {
    var force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(port, clients, force.id(), "single-records");
    reference = Told.reference();
  }

  @Test
  void aCaseIsTakenAndJudgedAndToldBackWithoutSuspects() {
    var answer = records.put(Told.whole(reference, 7));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.said()).isEqualTo("accepted");
    var person = answer.json().get("people").get(0);
    assertThat(person.get("id").asString()).isEqualTo("N-1");
    assertThat(person.get("standing").asString()).isEqualTo("eligible");
    assertThat(answer.json().has("notes")).isFalse();

    var held = held();
    assertThat(held.status()).isEqualTo(200);
    assertThat(held.body())
        .contains("Siân Rhys", "07700 900123", "I came home", "We asked for pictures.", "TH68026")
        .doesNotContain("N-999", "900999", "otherParties");
    assertThat(held.json().get("occurred").get("from").asString()).isEqualTo("2026-03-28");
  }

  @Test
  void theSameAgainIsUnchangedAndOlderIsSuperseded() {
    records.put(Told.whole(reference, 7));
    var again = records.put(Told.whole(reference, 7));
    assertThat(again.said()).isEqualTo("unchanged");
    assertThat(again.json().get("people").get(0).get("standing").asString()).isEqualTo("eligible");
    var older = records.put(Told.least(reference, 6));
    assertThat(older.said()).isEqualTo("superseded");
    assertThat(older.json().get("version").asLong()).isEqualTo(7);
    var other = records.put(Told.least(reference, 7));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.said()).isEqualTo("/problems/version-conflict");
    assertThat(other.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/version");
  }

  @Test
  void spacingAndOrderOfFieldsAndPeopleAreNotContent() {
    records.put(Told.least(reference, 1));
    var same =
        """
        {  "status": "Recorded",
           "kind": "incident", "version": 1, "reference": "%s" }"""
            .formatted(reference);
    assertThat(records.put(same).said()).isEqualTo("unchanged");
  }

  @Test
  void referencesWrittenDifferentlyAreTheSameCase() {
    records.put(Told.least(reference, 1));
    var other = Told.least(reference.replace("/", " "), 2);
    assertThat(records.put(other).said()).isEqualTo("accepted");
    assertThat(held().json().get("version").asLong()).isEqualTo(2);
  }

  @Test
  void updatesComeBeforeTheirCaseAndAreWithdrawnForGood() {
    assertThat(records.post("/api/v1/updates", Told.added(reference, "A", "early")).said())
        .isEqualTo("accepted");
    assertThat(records.post("/api/v1/updates/withdrawal", Told.withdrawn(reference, "B")).said())
        .isEqualTo("accepted");
    assertThat(held().json().get("version").asLong()).isZero();
    records.put(Told.least(reference, 1));
    assertThat(records.post("/api/v1/updates", Told.added(reference, "B", "late")).said())
        .isEqualTo("unchanged");
    var other = records.post("/api/v1/updates", Told.added(reference, "A", "other words"));
    assertThat(other.said()).isEqualTo("/problems/update-conflict");
    assertThat(held().body()).contains("early").doesNotContain("late", "other words");
  }

  @Test
  void aKeyGivesTheVeryAnswerAgain() {
    var key = new String[] {"Idempotency-Key", "key-" + reference};
    var first = records.put(Told.whole(reference, 1), key);
    records.put(Told.whole(reference, 2));
    assertThat(records.put(Told.whole(reference, 1), key)).isEqualTo(first);
    assertThat(records.put(Told.whole(reference, 3), key).said())
        .isEqualTo("/problems/idempotency-key-reused");
    assertThat(held().json().get("version").asLong()).isEqualTo(2);
    assertThat(records.put(Told.whole(reference, 4), "Idempotency-Key", "sp ace").status())
        .isEqualTo(422);
  }

  @Test
  void theFeedTellsWhenItWasHeard() {
    records.put(Told.least(reference, 1));
    var feed = records.get("/api/v1/feed").json();
    assertThat(feed.get("silent").asBoolean()).isFalse();
    assertThat(feed.get("lastReceivedAt").asString()).isNotBlank();
    assertThat(feed.get("silentAfterSeconds").asLong()).isPositive();
  }

  @Test
  void anUnknownCaseIsSaidToBe() {
    assertThat(held().status()).isEqualTo(404);
    assertThat(held().said()).isEqualTo("/problems/unknown-case");
    assertThat(records.get("/api/v1/case").status()).isEqualTo(422);
  }

  private RecordsSystem.Answer held() {
    return records.get(
        "/api/v1/case?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8));
  }
}
