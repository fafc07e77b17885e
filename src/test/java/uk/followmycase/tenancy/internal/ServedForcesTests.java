package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.Wording;

@SpringBootTest
class ServedForcesTests {

  @Autowired Forces forces;
  @Autowired Candidates candidates;
  @Autowired Revisions revisions;
  @Autowired Wording wording;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @Test
  void everyExampleIsServedAndFoundByEachOfItsNames() {
    assertThat(forces.faults()).isEmpty();
    assertThat(forces.all()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(forces.all())
        .allSatisfy(
            force -> {
              var host = force.settings().host();
              assertThat(forces.byHost(host)).containsSame(force);
              assertThat(forces.byHost(host.toUpperCase(Locale.ROOT))).containsSame(force);
              assertThat(forces.bySlug(force.slug())).containsSame(force);
              assertThat(forces.of(force.id())).isSameAs(force);
              assertThat(ForceBinding.<Force, RuntimeException>call(force.id(), forces::current))
                  .isSameAs(force);
            });
    assertThat(forces.byHost("unknown.localhost")).isEmpty();
    assertThatThrownBy(() -> forces.of(new ForceId(999_999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstRevisionIsKeptAndWrittenDown() {
    var force = forces.all().getFirst();
    assertThat(countFor(force, "select count(*) from police.force_revision where revision = 1"))
        .isEqualTo(1);
    assertThat(
            countFor(
                force,
                "select count(*) from police.audit_entry where action = 'FORCE_REVISED' and detail = 'revision 1'"))
        .isEqualTo(1);
  }

  @Test
  void theSameFilesAreTheSameRevision() {
    assertThat(started(Tenants.OURS).all()).isEqualTo(started(Tenants.OURS).all());
  }

  @Test
  void aChangedSetOfFilesIsOneRevisionHoweverManyStartAtOnce(@TempDir Path folder)
      throws IOException, InterruptedException, ExecutionException {
    var changed = Tenants.copy(folder);
    var unchanged = started(changed).all().getFirst();
    var before = started(changed).all().getLast();
    append(changed.resolve(before.slug()).resolve("force.yaml"), "\n# changed\n");
    try (var starts = Executors.newFixedThreadPool(4)) {
      Callable<Integer> start =
          () -> started(changed).bySlug(before.slug()).orElseThrow().revision();
      var numbers = starts.invokeAll(java.util.Collections.nCopies(4, start));
      for (var number : numbers) {
        assertThat(number.get()).isEqualTo(before.revision() + 1);
      }
    }
    assertThat(started(changed).all().getFirst()).isEqualTo(unchanged);
    assertThat(started(Tenants.OURS).all().getLast().revision()).isEqualTo(before.revision() + 2);
  }

  @Test
  void aBrokenForceIsRefusedAndTheOthersRun(@TempDir Path folder) throws IOException {
    var broken = Tenants.copy(folder);
    var first = forces.all().getFirst();
    append(broken.resolve(first.slug()).resolve("rules.yaml"), "\nnonsense: [\n");
    var served = started(broken);
    assertThat(served.bySlug(first.slug())).isEmpty();
    assertThat(served.byHost(first.settings().host())).isEmpty();
    assertThat(served.all()).hasSize(forces.all().size() - 1);
    assertThat(served.faults())
        .allSatisfy(fault -> assertThat(fault.file()).isEqualTo(first.slug() + "/rules.yaml"))
        .isNotEmpty();
  }

  @Test
  void aStatusIsFoundHoweverItIsSpaced() {
    assertThat(forces.all())
        .allSatisfy(
            force -> {
              assertThat(force.settings().statuses()).hasSizeGreaterThanOrEqualTo(10);
              var word = force.settings().statuses().keySet().iterator().next();
              var shouted = "  " + word.toUpperCase(Locale.ROOT).replace(" ", " \t ");
              assertThat(force.settings().stage(shouted)).isPresent();
              assertThat(force.settings().stage("no such word")).isEmpty();
              assertThat(force.settings().statuses().values()).contains(Stage.CLOSED, Stage.COURT);
            });
  }

  @Test
  void aForceSpeaksItsOwnWordsAndNobodyElseDoes(@TempDir Path folder) throws IOException {
    var tenants = Tenants.copy(folder);
    var slug = forces.all().getLast().slug();
    Files.createDirectories(tenants.resolve(slug).resolve("wording"));
    write(tenants.resolve(slug).resolve("wording/closed_en.properties"), "closed.title=Ours");
    write(tenants.resolve(slug).resolve("wording/closed_cy.properties"), "closed.title=Ein un ni");
    var served = started(tenants);
    assertThat(served.faults()).isEmpty();
    var speaks = new ForceWording(served);
    var standard = wording.text(Locale.UK, "closed.title");
    assertThat(title(speaks, served.all().getLast(), Locale.UK)).isEqualTo("Ours");
    assertThat(title(speaks, served.all().getLast(), Wording.WELSH)).isEqualTo("Ein un ni");
    assertThat(title(speaks, served.all().getFirst(), Locale.UK)).isEqualTo(standard);
    assertThat(speaks.text(Locale.FRENCH, "closed.title")).isEqualTo(standard).isNotBlank();
  }

  @Test
  void aForceWhoseNoticesSayTooMuchIsRefusedWhateverFileTheyStandIn(@TempDir Path folder)
      throws IOException {
    var tenants = Tenants.copy(folder);
    var slug = forces.all().getLast().slug();
    var ours = Files.createDirectories(tenants.resolve(slug).resolve("wording"));
    write(ours.resolve("closed_en.properties"), "notice.reminder.text=The police wait: {link}");
    write(ours.resolve("closed_cy.properties"), "notice.reminder.text=Dolen newydd: {link}");
    var served = started(tenants);
    assertThat(served.bySlug(slug)).isEmpty();
    assertThat(served.faults())
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.file()).isEqualTo(slug + "/wording/closed_en.properties"));
  }

  @Test
  void aMissingTextIsNoticed() {
    assertThat(wording.has(Locale.UK, "no.such.key")).isFalse();
    assertThatThrownBy(() -> wording.text(Locale.UK, "no.such.key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String title(Wording wording, Force force, Locale language) {
    return ForceBinding.<String, RuntimeException>call(
        force.id(), () -> wording.text(language, "closed.title"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private ServedForces started(Path tenants) {
    var served = new ServedForces(new TenantSettings(tenants.toString()), candidates, revisions);
    served.start();
    return served;
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private int countFor(Force force, String sql) {
    return ForceBinding.call(
        force.id(),
        () -> transactions.execute(status -> jdbc.sql(sql).query(Integer.class).single()));
  }
}
