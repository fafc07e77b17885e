package uk.followmycase.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Decided;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.audit.TrailReading;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** The trail is read whole, once, and never without a trace; two take a part of it out. */
@SpringBootTest
class TrailReadingTests {

  @Autowired AuditTrail trail;
  @Autowired TrailReading reading;
  @Autowired TrailExports exports;
  @Autowired Forces forces;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  private ForceId force;
  private ForceId other;
  private UUID file;
  private Actor officer;
  private Actor reader;

  @BeforeEach
  void fresh() {
    force = forces.all().get(0).id();
    other = forces.all().get(1).id();
    file = UUID.randomUUID();
    officer = new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString());
    reader = new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString());
  }

  private TrailQuestion asked(About about) {
    var now = clock.instant();
    return new TrailQuestion(about, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
  }

  /** Many in one transaction, so that all have the same time. */
  private void looks(int times) {
    in(
        force,
        () ->
            trail.record(
                IntStream.range(0, times)
                    .mapToObj(
                        n ->
                            new AuditEntry(
                                officer,
                                AuditAction.CASE_VIEWED,
                                List.of(
                                    new Subject(file, UUID.randomUUID()), new Subject(file, null)),
                                null,
                                "n" + n))
                    .toList()));
  }

  @Test
  void everyLineStandsOnOnePageHoweverManyHaveTheSameTime() {
    looks(120);
    in(force, () -> trail.record(AuditEntry.of(officer, AuditAction.CASES_LISTED)));
    assertThat(all(new About.Case(file)))
        .extracting(TrailLine::detail)
        .filteredOn(detail -> !"case".equals(detail))
        .hasSize(120)
        .doesNotHaveDuplicates();
    var done = all(new About.By(officer));
    assertThat(done).hasSize(121);
    assertThat(done.getFirst().action()).isEqualTo(AuditAction.CASES_LISTED);
    assertThat(done.getLast().cases()).containsExactly(file);
  }

  private List<TrailLine> all(About about) {
    var lines = new ArrayList<TrailLine>();
    @Nullable String after = null;
    do {
      var page = page(force, about, after);
      assertThat(page.lines()).hasSizeLessThanOrEqualTo(TrailReading.PAGE);
      lines.addAll(page.lines());
      after = page.next().orElse(null);
    } while (after != null);
    return lines;
  }

  private TrailReading.Page page(ForceId of, About about, @Nullable String after) {
    return ForceBinding.call(of, () -> reading.read(reader, asked(about), after));
  }

  @Test
  void whoReadsIsReadOf() {
    page(force, new About.Case(file), null);
    page(force, new About.By(officer), null);
    assertThat(page(force, new About.By(reader), null).lines())
        .extracting(TrailLine::detail)
        .containsExactly("OFFICER " + officer.id(), "case");
    assertThat(page(force, new About.Case(file), null).lines())
        .as("asked of it, and saw it named in what the reader did")
        .extracting(TrailLine::actor)
        .containsExactly(reader, reader);
  }

  @Test
  void aRecordsSystemIsReadByTime() {
    var system = new Actor(Actor.Kind.RECORDS_SYSTEM, "trail-" + UUID.randomUUID());
    in(force, () -> trail.record(AuditEntry.of(system, AuditAction.CASE_RECEIVED)));
    assertThat(page(force, new About.By(system), null).lines()).hasSize(1);
  }

  @Test
  void anotherForceReadsNothingOfIt() {
    looks(60);
    var mark = page(force, new About.Case(file), null).next().orElseThrow();
    assertThat(page(other, new About.By(officer), null).lines()).isEmpty();
    assertThat(page(other, new About.Case(file), mark).lines())
        .as("the reader's own look alone")
        .allMatch(line -> line.action() == AuditAction.TRAIL_READ);
    assertThat(page(force, new About.Case(file), "no mark of ours").lines()).hasSize(50);
  }

  @Test
  void oneAsksAndAnotherDecides() {
    looks(3);
    var one = new Requester(reader, "One", "1");
    var two = new Requester(officer, "Two", "2");
    var twin =
        new Requester(new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString()), "One", "1");
    var asked = call(() -> exports.ask(one, asked(new About.Case(file)), "a complaint"));
    assertThat(call(() -> exports.fetch(one, asked))).isEmpty();
    assertThat(call(() -> exports.decide(one, asked, true))).isEqualTo(Decided.OWN);
    assertThat(call(() -> exports.decide(twin, asked, true)))
        .as("another account of the same person")
        .isEqualTo(Decided.OWN);
    assertThat(call(() -> exports.decide(two, Handle.random(), true))).isEqualTo(Decided.NOT_THERE);
    assertThat(call(() -> exports.decide(two, asked, true))).isEqualTo(Decided.DONE);
    assertThat(call(() -> exports.decide(two, asked, false))).isEqualTo(Decided.BEFORE);
    assertThat(call(() -> exports.fetch(two, asked))).as("only whoever asked").isEmpty();
    var fetched = call(() -> exports.fetch(one, asked)).orElseThrow();
    var lines = new ArrayList<TrailLine>();
    ForceBinding.run(force, () -> exports.lines(fetched, lines::addAll));
    assertThat(lines)
        .extracting(TrailLine::action)
        .contains(
            AuditAction.TRAIL_EXPORTED,
            AuditAction.TRAIL_EXPORT_DECIDED,
            AuditAction.TRAIL_EXPORT_ASKED)
        .filteredOn(AuditAction.CASE_VIEWED::equals)
        .hasSize(3);
  }

  @Test
  void theDayToFetchItRunsFromTheDecision() {
    var one = new Requester(reader, "One", "1");
    var two = new Requester(officer, "Two", "2");
    var asked = call(() -> exports.ask(one, asked(new About.Case(file)), "a complaint"));
    aged("asked_at", asked);
    assertThat(call(() -> exports.decide(two, asked, true))).isEqualTo(Decided.DONE);
    assertThat(call(() -> exports.fetch(one, asked))).isPresent();
    aged("decided_at", asked);
    assertThat(call(() -> exports.fetch(one, asked))).isEmpty();
  }

  private void aged(String column, Handle export) {
    var at = java.sql.Timestamp.from(clock.instant().minus(Duration.ofHours(25)));
    var sql =
        column.equals("asked_at")
            ? "update police.trail_export set asked_at = ? where id = ?"
            : "update police.trail_export set decided_at = ? where id = ?";
    in(force, () -> jdbc.sql(sql).params(at, export.value()).update());
  }

  @Test
  void whatWasRefusedIsNotFetched() {
    var one = new Requester(reader, "One", null);
    var two = new Requester(officer, "Two", null);
    var asked = call(() -> exports.ask(one, asked(new About.By(officer)), "curious"));
    assertThat(call(() -> exports.decide(two, asked, false))).isEqualTo(Decided.DONE);
    assertThat(call(() -> exports.fetch(one, asked))).isEmpty();
    assertThat(ForceBinding.call(other, () -> exports.page(reader, all -> about -> true, null)))
        .isEqualTo(new TrailExports.Page(List.of(), Optional.empty()));
  }

  @Test
  void aLongPartIsReadInPieces() {
    looks(1_201);
    var one = new Requester(reader, "One", null);
    var two =
        new Requester(new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString()), "Two", null);
    var asked = call(() -> exports.ask(one, asked(new About.By(officer)), "all of it"));
    call(() -> exports.decide(two, asked, true));
    var fetched = call(() -> exports.fetch(one, asked)).orElseThrow();
    var pieces = new ArrayList<Integer>();
    ForceBinding.run(force, () -> exports.lines(fetched, lines -> pieces.add(lines.size())));
    assertThat(pieces).containsExactly(500, 500, 201);
  }

  private <T> T call(Supplier<T> work) {
    return ForceBinding.call(force, work::get);
  }

  private void in(ForceId of, Runnable work) {
    ForceBinding.run(of, () -> transactions.executeWithoutResult(status -> work.run()));
  }
}
