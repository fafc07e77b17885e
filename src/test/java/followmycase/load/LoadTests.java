package followmycase.load;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.followmycase.Application;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/** The same load again changes nothing; in any other order it ends equal. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=load")
class LoadTests {

  private static final Stock STOCK = Stock.read();

  @TempDir private Path data;
  @LocalServerPort private int port;
  @Autowired private Forces forces;
  @Autowired private MachineClients clients;
  @Autowired private TestDatabaseAutoConfiguration.Name database;

  @BeforeEach
  void recordsSystems() throws IOException {
    var secrets = new Properties();
    for (var force : forces.all()) {
      var secret = Digests.token();
      clients.register(force.id(), force.slug() + "-records", secret);
      secrets.setProperty(force.slug() + "-records", secret);
    }
    try (var writer = Files.newBufferedWriter(data.resolve("demo-clients.properties"))) {
      secrets.store(writer, null);
    }
  }

  @Test
  void endsEqualHoweverItIsSent() throws InterruptedException {
    endsEqual(240);
  }

  @Test
  @Tag("soak")
  void endsEqualHoweverMuchIsSent() throws InterruptedException {
    endsEqual(10_000);
  }

  private void endsEqual(int cases) throws InterruptedException {
    forget();
    var first = load(cases, null);
    var held = held();
    var history = history();
    assertThat(first.tally().of("lines sent", "accepted")).isPositive();
    assertThat(first.tally().of("lines sent", "superseded")).isPositive();
    assertThat(first.tally().of("lines sent", "refused"))
        .as(first.tally().table(first.forces()))
        .isEqualTo(broken(cases));
    assertThat(first.tally().of("people", "eligible: invited")).isPositive();
    assertThat(first.tally().of("people", "held", "collision-person")).isPositive();

    var again = load(cases, null);
    assertThat(again.tally().of("lines sent", "accepted")).isZero();
    assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(held()).isEqualTo(held);
    assertThat(history()).isEqualTo(history);

    forget();
    var shuffled = load(cases, 11L);
    assertThat(shuffled.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(held()).isEqualTo(held);
  }

  private Loading load(int cases, @Nullable Long shuffle) throws InterruptedException {
    var at = URI.create("http://127.0.0.1:" + port);
    var options =
        new Options(cases, 20260301, shuffle, at, "api.localhost", "sign-in.localhost", data);
    var loading = new Loading(options, STOCK);
    loading.send(done -> {});
    loading.readBack(done -> {});
    return loading;
  }

  private static int broken(int cases) {
    return (int)
        Corpus.of(20260301, cases, STOCK).lines().values().stream()
            .flatMap(List::stream)
            .filter(line -> line.reference().isEmpty())
            .count();
  }

  /** The documented query. */
  private List<?> held() {
    try {
      var page = Files.readString(Path.of("docs/loading.md"));
      var start = page.indexOf("```sql\n") + 7;
      return asSuperuser()
          .sql(page.substring(start, page.indexOf("```", start)))
          .query()
          .listOfRows();
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  /** Rows that only ever grow: a load that changes nothing adds none. */
  private List<?> history() {
    return asSuperuser()
        .sql(
            """
            select (select count(*) from police.verdict_history) as verdicts,
              (select count(*) from police.timeline_entry) as entries,
              (select count(*) from police.case_person) as people,
              (select count(*) from police.collision_mark) as marks,
              (select count(*) from police.invitation) as invitations
            """)
        .query()
        .listOfRows();
  }

  /** Every table of cases, as on the first day; forces and their keys stay. */
  private void forget() {
    TestDatabase.asSuperuser(
        database.value(),
        "truncate police.case_file, police.collision_mark, police.verdict_history,"
            + " police.invitation cascade");
  }

  private JdbcClient asSuperuser() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            TestDatabase.url(database.value(), "postgres"), "postgres", ""));
  }
}
