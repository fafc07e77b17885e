package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.MovableClock;

/**
 * Whoever steals the whole database learns no name, number, address, text, link or code from it.
 */
@TwinForcesTest
class RawDumpTests {

  @Autowired private ApplicationContext product;
  @Autowired private TestDatabaseAutoConfiguration.Name database;
  @Autowired private MovableClock clock;

  private Rows rows;
  private CaseFile standard;
  private CaseFile strict;
  private Clear secrets;
  private String firstOfLog;

  @BeforeEach
  void aWholeWay() {
    clock.advanceToNoon();
    rows = new Rows(database.value());
    firstOfLog = endOfLog();
    var tenant = Tenant.of(product, TwinForcesTest.ONE);
    standard = tenant.told();
    strict = CaseFile.withOneContact(CaseFile.freshReference());
    var way = Arriving.at(product, tenant.force());
    way.tells(strict);
    way.comesIn(strict);
    var words = new ArrayList<String>();
    Stream.of(standard, tenant.invited(), strict).flatMap(CaseFile::said).forEach(words::add);
    words.addAll(tenant.secrets());
    words.addAll(way.secrets());
    secrets = new Clear(words);
  }

  @AfterEach
  void done() {
    rows.close();
  }

  @Test
  void noTableHoldsAnythingInClear() {
    var facts = new Clear(List.of(standard.collar(), strict.collar()));
    assertThat(facts.foundIn(rows.dump("police.case_file"))).as("facts are found").hasSize(2);
    for (var table : rows.tables()) {
      assertThat(secrets.foundIn(rows.dump(table))).as(table).isEmpty();
    }
  }

  /** Rows that were overwritten, indexes, statistics and the log of writes are there too. */
  @Test
  void noFileOfTheServerHoldsAnythingInClear() throws IOException {
    TestDatabase.asSuperuser(database.value(), "analyze");
    TestDatabase.asSuperuser(database.value(), "checkpoint");
    var folder = Path.of(rows.texts("show data_directory").getFirst());
    var oid = rows.texts("select oid from pg_database where datname = current_database()");
    var facts = new Clear(List.of(standard.collar()));
    for (var kept : List.of(files(folder.resolve("base/" + oid.getFirst())), logOfWrites(folder))) {
      var seen = 0;
      for (var file : kept) {
        var bytes = bytes(file);
        seen += facts.foundIn(bytes).size();
        assertThat(secrets.foundIn(bytes)).as(file.toString()).isEmpty();
      }
      assertThat(seen).as("facts are found").isPositive();
    }
  }

  /** The server takes files of its own away while it runs. */
  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    }
  }

  private List<Path> logOfWrites(Path folder) throws IOException {
    var last = endOfLog();
    return files(folder.resolve("pg_wal")).stream()
        .filter(file -> name(file).compareTo(firstOfLog) >= 0 && name(file).compareTo(last) <= 0)
        .toList();
  }

  private String endOfLog() {
    return rows.texts("select pg_walfile_name(pg_current_wal_lsn())").getFirst();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
