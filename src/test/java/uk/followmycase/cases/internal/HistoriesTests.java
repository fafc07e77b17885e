package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;

/**
 * Whatever the order and number of reports, cases, timelines and verdicts end the same: also where
 * the victims of one case are the other parties of another.
 */
@SpringBootTest
class HistoriesTests {

  private static final int CASES = 5;

  @Autowired CaseFiles files;
  @Autowired Forces forces;
  @Autowired TestDatabaseAutoConfiguration.Name database;

  @Test
  void shuffledHistoriesEndTheSame() {
    shuffled(new Random(20_261), 8);
  }

  @Test
  @Tag("soak")
  void manyShuffledHistoriesEndTheSame() {
    shuffled(new Random(20_262), 500);
  }

  private void shuffled(Random random, int histories) {
    var force = forces.bySlug("humberside").orElseThrow();
    var collided = 0;
    for (var i = 0; i < histories; i++) {
      var reports = history(random);
      var first = endOf(force, reports, random);
      var again = new ArrayList<>(reports);
      for (var more = 0; more < 10; more++) {
        again.add(reports.get(random.nextInt(reports.size())));
      }
      Collections.shuffle(again, random);
      assertThat(endOf(force, again, random)).as("history %d", i).isEqualTo(first);
      collided += first.toString().contains("NEEDS_PERSON") ? 1 : 0;
    }
    assertThat(collided).as("histories with a collision").isPositive();
  }

  /** Tells a history in random chunks to an empty force, and looks what stands. */
  private Map<String, String> endOf(Force force, List<Report> reports, Random random) {
    forget(force);
    return ForceBinding.call(
        force.id(),
        () -> {
          var rest = new ArrayList<>(reports);
          while (!rest.isEmpty()) {
            var chunk = rest.subList(0, Math.min(rest.size(), 1 + random.nextInt(6)));
            files.receive("records", List.copyOf(chunk));
            chunk.clear();
          }
          return standing();
        });
  }

  private Map<String, String> standing() {
    var standing = new TreeMap<String, String>();
    for (var i = 0; i < CASES; i++) {
      var reference = reference(i);
      files
          .held("records", new CaseReference(reference, reference))
          .ifPresent(
              held ->
                  standing.put(
                      reference,
                      held.version()
                          + (held.state() == null ? " shell" : " " + held.state().stage())
                          + held.people().stream().map(CaseFiles.HeldPerson::judged).toList()
                          + held.updates().stream().map(Report.Update::text).toList()
                          + held.withdrawn()));
    }
    return standing;
  }

  private static List<Report> history(Random random) {
    var reports = new ArrayList<Report>();
    for (var i = 0; i < CASES; i++) {
      for (var version = 1; version <= 1 + random.nextInt(3); version++) {
        reports.add(whole(i, version, random));
      }
      var reference = new CaseReference(reference(i), reference(i));
      for (var id : List.of("a", "b", "c")) {
        if (random.nextBoolean()) {
          reports.add(new AddedUpdate(reference, Reports.update(id)));
        }
        if (random.nextInt(3) == 0) {
          reports.add(new WithdrawnUpdate(reference, id));
        }
      }
    }
    return reports;
  }

  /** Contacts come from a small pool, so that they meet. */
  private static Report whole(int number, long version, Random random) {
    var people = new ArrayList<Person>();
    for (var id : List.of("P1", "P2")) {
      if (random.nextInt(4) > 0) {
        people.add(
            Reports.victim(
                id, phone(random), id.toLowerCase(java.util.Locale.ROOT) + "@example.com"));
      }
    }
    var others = new ArrayList<Mark>();
    if (random.nextInt(3) == 0) {
      others.add(Reports.suspect(phone(random)));
    }
    var stage = random.nextInt(4) == 0 ? Stage.CLOSED : Stage.INVESTIGATING;
    var told = Reports.version(version, people, others, stage, random.nextBoolean() ? "a" : "c");
    return Reports.at(reference(number), told);
  }

  private static String phone(Random random) {
    return "07700 90010" + random.nextInt(6);
  }

  private static String reference(int number) {
    return "16/9000%d/26".formatted(number);
  }

  private void forget(Force force) {
    for (var table :
        List.of(
            "collision_mark",
            "contact_point",
            "grant_access",
            "verdict",
            "verdict_history",
            "case_person",
            "timeline_entry",
            "case_page",
            "case_key",
            "case_file")) {
      TestDatabase.asSuperuser(
          database.value(),
          "set session_replication_role = replica; delete from police."
              + table
              + " where force_id = "
              + force.id().value());
    }
  }
}
