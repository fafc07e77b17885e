package uk.followmycase.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SomeProof;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/** A records system that was silent sends what it owes, for hours: each person is told once. */
@WholeProductTest
class CatchingUpTests {

  private static final Duration STEP = Duration.ofMinutes(25);

  @Autowired ApplicationContext product;
  @Autowired CaseFiles files;
  @Autowired Grants grants;
  @Autowired SignIn signIn;
  @Autowired Forces forces;
  @Autowired ForceKeys keys;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired MovableClock clock;

  private final String client = "records " + UUID.randomUUID();
  private Force force;
  private CaseReference reference;
  private UUID person;

  /** Somebody is in, and their force's records system was not heard for longer than it promised. */
  @BeforeEach
  void afterASilence() {
    clock.advanceToNoon();
    force = forces.byHost(Place.OXFORD.host()).orElseThrow();
    var somebody = Somebody.withTwoContacts("en");
    var told = somebody.reportsBurglary(Place.OXFORD, product);
    reference = CaseReference.read(told, force.settings().references()).orElseThrow();
    var account = signIn.open(SomeProof.standard());
    person =
        in(
            () -> {
              var found = grants.personBySource(told, somebody.id()).orElseThrow();
              assertThat(grants.open(found, account)).isTrue();
              return found.value();
            });
    adds(clock.instant());
    await().until(() -> sent() == 1);
    clock.advance(force.settings().feedSilentAfter().plusHours(1));
    clock.advanceToNoon();
  }

  @Test
  void whoeverWaitsIsToldOnceHoweverLongItTakes() {
    var silence = clock.instant().minus(Duration.ofHours(20));
    for (var step = 0; step < 6; step++) {
      adds(silence.plus(STEP.multipliedBy(step)));
      awaitHeld();
      assertThat(sent()).as("after %d steps", step).isEqualTo(1);
      clock.advance(STEP);
    }
    adds(clock.instant());
    clock.advance(STEP.multipliedBy(2));
    await().until(() -> sent() == 2);
    adds(clock.instant());
    await().until(() -> sent() == 3);
  }

  /** A nightly batch tells of nothing that happened since; but then it is over. */
  @Test
  void whoSendsNothingMoreHasCaughtUp() {
    for (var step = 0; step < 4; step++) {
      adds(clock.instant().minus(Duration.ofHours(10)));
      awaitHeld();
      clock.advance(STEP);
    }
    assertThat(sent()).isEqualTo(1);
    clock.advance(STEP);
    await().until(() -> sent() == 2);
  }

  /** Somebody who is behind all the time keeps nobody waiting for more than half a day. */
  @Test
  void whoIsBehindForEverKeepsNobodyWaitingForEver() {
    var back = clock.instant();
    while (clock.instant().isBefore(back.plus(Duration.ofHours(12)))) {
      adds(back.minus(Duration.ofHours(10)));
      assertThat(waiting()).get().extracting(Waiting::held).isEqualTo(Held.PACED);
      clock.advance(STEP);
    }
    await().until(() -> waiting().filter(it -> it.held() == Held.QUIET_HOURS).isPresent());
  }

  /** Whoever carries it has looked since, and still holds it. */
  private void awaitHeld() {
    await()
        .until(
            () ->
                waiting()
                    .filter(it -> it.held() == Held.PACED)
                    .flatMap(it -> Optional.ofNullable(it.until()))
                    .filter(until -> until.isAfter(clock.instant()))
                    .isPresent());
  }

  /** An update that happened then comes now. */
  private void adds(Instant happened) {
    var id = UUID.randomUUID().toString();
    in(
        () -> {
          var digest = keys.blind("test-update", id);
          var kind = Report.UpdateKind.ENQUIRY;
          var update = new Report.Update(id, happened, kind, "We asked.", null, digest);
          return files.receive(client, List.of(new Report.AddedUpdate(reference, update)));
        });
  }

  private Optional<Waiting> waiting() {
    var all = in(() -> notices.waiting(List.of(person))).getOrDefault(person, List.of());
    var news = all.stream().filter(it -> it.kind() == Kind.UPDATE).toList();
    assertThat(news).hasSizeLessThan(2);
    return news.stream().findFirst();
  }

  private int sent() {
    return in(
        () ->
            jdbc.sql(
                    """
                    select count(*) from police.notice
                    where person_id = ? and kind = 'UPDATE' and state = 'HANDED_OVER'
                    """)
                .param(person)
                .query(Integer.class)
                .single());
  }

  private <T> T in(Supplier<T> work) {
    return ForceBinding.call(
        force.id(), () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
