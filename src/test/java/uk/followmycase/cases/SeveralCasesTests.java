package uk.followmycase.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.identity.AccountId;
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
import uk.followmycase.tenancy.keys.Handle;

/** Whoever follows several cases gets one notice of what is new on them; nobody else's counts. */
@WholeProductTest
class SeveralCasesTests {

  @Autowired ApplicationContext product;
  @Autowired CaseFiles files;
  @Autowired Grants grants;
  @Autowired ContactWishes wishes;
  @Autowired SafeContactPlans plans;
  @Autowired SignIn signIn;
  @Autowired Forces forces;
  @Autowired ForceKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired MovableClock clock;

  private final Somebody somebody = Somebody.withTwoContacts("en");
  private final List<UUID> people = new ArrayList<>();
  private final List<CaseReference> references = new ArrayList<>();
  private Force force;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    force = forces.byHost(Place.OXFORD.host()).orElseThrow();
  }

  @Test
  void fourCasesOfOneAccountAreOneTextUntilThereIsMore() {
    var account = signIn.open(SomeProof.standard());
    for (var n = 0; n < 4; n++) {
      follows(account, somebody);
    }
    news(references);
    await().until(() -> count("ended_at is not null") == 4);
    assertThat(count("state = 'HANDED_OVER'")).isOne();
    assertThat(count("state = 'TOLD'")).isEqualTo(3);
    news(references.subList(0, 1));
    await().until(() -> count("state = 'HANDED_OVER'") == 2);
    assertThat(count("state = 'TOLD'")).isEqualTo(3);
  }

  @Test
  void whoHasTheSameTelephoneIsToldBesides() {
    var mother = signIn.open(SomeProof.standard());
    var daughter = signIn.open(SomeProof.standard());
    for (var account : List.of(mother, daughter)) {
      follows(account, somebody);
      follows(account, somebody);
    }
    news(references);
    await().until(() -> count("ended_at is not null") == 4);
    assertThat(count("state = 'HANDED_OVER'")).isEqualTo(2);
    for (var each : List.of(people.subList(0, 2), people.subList(2, 4))) {
      assertThat(count("state = 'HANDED_OVER'", each)).isOne();
    }
  }

  /** Whoever may not look at it at noon holds one telephone, whatever case the text is about. */
  @Test
  void whatIsSaidOfOneCaseHoldsForTheOthers() {
    var account = signIn.open(SomeProof.standard());
    follows(account, somebody);
    follows(account, somebody);
    assertThat(wish(account, true)).isTrue();
    news(references.subList(1, 2));
    await().until(() -> count("held = 'PAUSED'") == 1);
    assertThat(in(() -> plans.everywhere(people)).values()).allMatch(Plan::paused);
    assertThat(wish(account, false)).isTrue();
    await().until(() -> count("state = 'HANDED_OVER'") == 1);
  }

  /** Of the first case. */
  private boolean wish(AccountId account, boolean paused) {
    var none = Plan.NONE;
    var plan =
        new Plan(
            none.channels(),
            none.times(),
            none.discreet(),
            none.noLink(),
            none.voicemail(),
            none.sharedDevice(),
            paused,
            none.reviewOn());
    return in(() -> wishes.wish(account, handle(people.getFirst()), plan));
  }

  private Handle handle(UUID person) {
    return new Handle(
        jdbc.sql("select handle from police.grant_access where person_id = ?")
            .param(person)
            .query(UUID.class)
            .single());
  }

  private void follows(AccountId account, Somebody who) {
    var told = who.reportsBurglary(Place.OXFORD, product);
    references.add(CaseReference.read(told, force.settings().references()).orElseThrow());
    people.add(
        in(
            () -> {
              var found = grants.personBySource(told, who.id()).orElseThrow();
              assertThat(grants.open(found, account)).isTrue();
              return found.value();
            }));
  }

  /** All of it at once. */
  private void news(List<CaseReference> some) {
    in(
        () ->
            files.receive(
                "records " + UUID.randomUUID(),
                some.stream().map(it -> new Report.AddedUpdate(it, update())).toList()));
  }

  private Report.Update update() {
    var id = UUID.randomUUID().toString();
    var digest = keys.blind("test-update", id);
    return new Report.Update(
        id, clock.instant(), Report.UpdateKind.ENQUIRY, "We asked.", null, digest);
  }

  private int count(String condition) {
    return count(condition, people);
  }

  private int count(String condition, List<UUID> of) {
    return in(
        () ->
            jdbc.sql(
                    "select count(*) from police.notice where kind = 'UPDATE' and person_id = any(?) and "
                        + condition)
                .param(of.toArray(UUID[]::new))
                .query(Integer.class)
                .single());
  }

  private <T> T in(Supplier<T> work) {
    return ForceBinding.call(
        force.id(), () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }
}
