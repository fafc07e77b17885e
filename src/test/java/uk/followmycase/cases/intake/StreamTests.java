package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.tenancy.Forces;

@IdentityTest
class StreamTests {

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired TestDatabaseAutoConfiguration.Name database;

  private RecordsSystem records;

  @BeforeEach
  void aRecordsSystem() {
    var force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(port, clients, force.id(), "stream-records");
  }

  @Test
  void everyLineIsAnsweredInItsOrder() {
    var one = Told.reference();
    var two = Told.reference();
    var answers =
        stream(
            "{\"case\": " + Told.whole(one, 2) + "}",
            "{\"update\": " + Told.added(two, "U", "early") + "}",
            "{\"case\": " + Told.whole(one, 1) + "}",
            "not json",
            "",
            "{\"withdrawal\": " + Told.withdrawn(two, "U") + "}",
            "{\"case\": " + Told.least(one, 2) + "}",
            "{\"case\": {}, \"update\": {}}",
            "{\"case\": {\"reference\": \"" + one + "\", \"version\": \"9\", \"colour\": 1}}");
    assertThat(answers)
        .extracting(line -> line.get("line").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(answers)
        .extracting(StreamTests::said)
        .containsExactly(
            "accepted",
            "accepted",
            "superseded",
            "/problems/malformed",
            "/problems/malformed",
            "accepted",
            "/problems/version-conflict",
            "/problems/invalid",
            "/problems/invalid");
    assertThat(answers.getLast().toString())
        .contains("/case/colour", "/case/version", "/case/kind");
  }

  @Test
  void aLineOverTheLimitHasItsOwnAnswerAndTheRestGoesOn() {
    var answers =
        stream(
            "{\"case\": " + Told.least(Told.reference(), 1) + "}",
            "{\"case\": {\"reference\": \"" + "x".repeat(300_000) + "\"}}",
            "{\"case\": " + Told.least(Told.reference(), 1) + "}");
    assertThat(answers)
        .extracting(StreamTests::said)
        .containsExactly("accepted", "/problems/too-large", "accepted");
  }

  @Test
  void aLineThatTheDatabaseRefusesFailsAlone() {
    TestDatabase.asSuperuser(
        database.value(),
        "alter table police.case_file add constraint no_such_area check (area <> 'REFUSED')");
    var lines = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      var told = Told.whole(Told.reference(), 1);
      lines.add("{\"case\": " + (i == 17 ? told.replace("OX-07", "REFUSED") : told) + "}");
    }
    assertThat(stream(lines.toArray(String[]::new)))
        .extracting(StreamTests::said)
        .hasSize(40)
        .containsOnlyOnce("/problems/unstorable")
        .satisfies(said -> assertThat(said.get(17)).isEqualTo("/problems/unstorable"))
        .filteredOn("accepted"::equals)
        .hasSize(39);
  }

  @Test
  void twoStreamsOverTheSameCasesInOppositeOrderBothEnd() throws InterruptedException {
    var references = IntStream.range(0, 60).mapToObj(i -> Told.reference()).toList();
    var answers = new ArrayList<List<JsonNode>>();
    var streams = new ArrayList<Thread>();
    for (var order : List.of(references, references.reversed())) {
      streams.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (var version = 1; version <= 5; version++) {
                      var told = version;
                      var lines =
                          order.stream()
                              .map(r -> "{\"case\": " + Told.whole(r, told) + "}")
                              .toArray(String[]::new);
                      var said = stream(lines);
                      synchronized (answers) {
                        answers.add(said);
                      }
                    }
                  }));
    }
    for (var stream : streams) {
      stream.join();
    }
    assertThat(answers).hasSize(10);
    assertThat(answers.stream().flatMap(List::stream))
        .hasSize(600)
        .extracting(StreamTests::said)
        .isSubsetOf("accepted", "unchanged", "superseded");
    assertThat(deadlocks()).isZero();
  }

  /** What the database had to end because two transactions waited for each other. */
  private int deadlocks() {
    var superuser = new DriverManagerDataSource(TestDatabase.url(database.value(), "postgres"));
    return JdbcClient.create(superuser)
        .sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Integer.class)
        .single();
  }

  @Test
  void anEmptyStreamAndAnotherContentType() {
    assertThat(records.stream("").status()).isEqualTo(200);
    assertThat(records.post("/api/v1/stream", "{}").said()).isEqualTo("/problems/content-type");
  }

  private List<JsonNode> stream(String... lines) {
    var answer = records.stream(String.join("\n", lines));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).startsWith("application/x-ndjson");
    return answer.lines();
  }

  private static String said(JsonNode line) {
    return line.has("problem")
        ? line.get("problem").get("type").asString()
        : line.get("result").asString();
  }
}
