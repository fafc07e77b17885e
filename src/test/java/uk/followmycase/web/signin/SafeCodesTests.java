package uk.followmycase.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration.Name;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.Grants;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignIn.Begun;
import uk.followmycase.identity.SignIn.Proved;
import uk.followmycase.identity.SomeProof;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Whoever knows somebody's contacts cannot have codes sent to them that are not safe. */
@WholeProductTest
class SafeCodesTests {

  private static final Set<Channel> BOTH = EnumSet.allOf(Channel.class);

  /** The clock stands at noon. */
  private static final SafeTimes EVENINGS =
      new SafeTimes(
          ZoneId.of("Europe/London"),
          List.of(
              new SafeTimes.Window(
                  DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.of(18, 0), LocalTime.of(20, 0))));

  private static final AtomicInteger PLACES = new AtomicInteger();

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;
  @Autowired Forces forces;
  @Autowired Grants grants;
  @Autowired SignIn signIn;
  @Autowired SafeContactPlans plans;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired TransactionTemplate transactions;
  @Autowired Name database;

  private Proved proved;
  private ForceId force;
  private Recipient person;

  @BeforeEach
  void theyAreIn() {
    clock.advanceToNoon();
    var somebody = Somebody.withTwoContacts("en");
    var reference = somebody.reportsBurglary(Place.OXFORD, product);
    proved = SomeProof.standard();
    var account = signIn.open(proved);
    force = forces.byHost(Place.OXFORD.host()).orElseThrow().id();
    var id =
        ForceBinding.call(
            force,
            () -> {
              var found = grants.personBySource(reference, somebody.id()).orElseThrow();
              assertThat(grants.open(found, account)).isTrue();
              return found.value();
            });
    var file = "select case_id from police.case_person where id = ?";
    person = new Recipient(superuser().sql(file).param(id).query(UUID.class).single(), id);
  }

  @Test
  void byTheWaysThatAreSafeCodesCome() {
    assertThat(codes()).containsExactlyInAnyOrder("TEXT", "EMAIL");
  }

  @Test
  void aPauseHoldsCodesToo() {
    say(Source.OFFICER, plan(BOTH, Set.of(), true));
    assertThat(codes()).isEmpty();
  }

  @Test
  void aChannelThatIsNotSafeBringsNoCode() {
    say(Source.RECORDS, plan(Set.of(Channel.EMAIL), Set.of(), false));
    assertThat(codes()).containsExactly("EMAIL");
  }

  @Test
  void outsideOfTheirHoursNoCodeComes() {
    say(Source.VICTIM, plan(BOTH, Set.of(EVENINGS), false));
    assertThat(codes()).isEmpty();
  }

  /** Her old telephone is with him now: a safe one beside it makes it no safer. */
  @Test
  void toAContactThatIsNotSafeNoCodeComesHoweverSafeAnotherIs() {
    knows(false);
    assertThat(codes()).containsExactly("EMAIL");
  }

  @Test
  void toAContactThatIsGivenUpNoCodeComes() {
    knows(true);
    assertThat(codes()).containsExactlyInAnyOrder("TEXT", "EMAIL");
    var stopped =
        "update police.contact_point set stopped_at = now() where person_id = ? and place = 0";
    superuser().sql(stopped).param(person.personId()).update();
    assertThat(codes()).containsExactly("EMAIL");
    force = forces.byHost(Place.BANGOR.host()).orElseThrow().id();
    assertThat(codes()).containsExactly("EMAIL");
    var where = forces.byHost(Place.OXFORD.host()).orElseThrow().id();
    ForceBinding.run(where, () -> contacts.takeUp(person.personId()));
    assertThat(codes()).containsExactlyInAnyOrder("TEXT", "EMAIL");
  }

  /** The records system has the telephone that they sign in with, another one, and the e-mail. */
  private void knows(boolean safe) {
    var phone = contact(Channel.TEXT);
    var another = SomeProof.phone();
    ForceBinding.run(
        force,
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(
                        person.personId(),
                        person.caseId(),
                        key(),
                        "en",
                        List.of(
                            new Point(phone, safe, false),
                            new Point(another, true, false),
                            new Point(contact(Channel.EMAIL), true, false))))));
  }

  /** The case's own: what is sealed under another stays in the way of later notices. */
  private DataKey key() {
    var wrapped = "select wrapped from police.case_key where case_id = ?";
    return keys.dataKey(
        person.caseId(),
        superuser().sql(wrapped).param(person.caseId()).query(byte[].class).single());
  }

  private Contact contact(Channel channel) {
    return proved.contacts().stream()
        .filter(it -> it.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  /** Else they could never sign in again to say otherwise. */
  @Test
  void whatTheyChooseForNewsTheyDoNotChooseForCodes() {
    say(Source.VICTIM, plan(Set.of(Channel.EMAIL), Set.of(), true));
    assertThat(codes()).containsExactlyInAnyOrder("TEXT", "EMAIL");
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(), false));
    assertThat(codes()).containsExactly("TEXT");
  }

  /** Also asked for at another force, which hears nothing of why. */
  @Test
  void whatOneForceKnowsHoldsEverywhere() {
    say(Source.OFFICER, plan(BOTH, Set.of(), true));
    force = forces.byHost(Place.BANGOR.host()).orElseThrow().id();
    assertThat(codes()).isEmpty();
  }

  private static Plan plan(Set<Channel> channels, Set<SafeTimes> times, boolean paused) {
    return new Plan(channels, times, false, false, Voicemail.NOT_ASKED, false, paused, null);
  }

  private void say(Source source, Plan plan) {
    ForceBinding.run(
        forces.byHost(Place.OXFORD.host()).orElseThrow().id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  var key = key();
                  var by = new Actor(Actor.Kind.OFFICER, "o-9400");
                  plans.say(new Saying(person, key, source, plan, null, by));
                }));
  }

  /** By which channels codes leave. They are made for both contacts, whether they leave or not. */
  private List<String> codes() {
    var contacts = proved.contacts();
    var begun =
        signIn.begin(
            force,
            contacts.getFirst(),
            contacts.getLast(),
            "en",
            "203.94.%d.7".formatted(PLACES.incrementAndGet()));
    var attempt = ((Begun.Started) begun).attempt();
    var made = "select count(*) from people.one_time_code where about = ?";
    await().until(() -> superuser().sql(made).param(attempt).query(Long.class).single() == 2);
    return superuser()
        .sql(
            """
            select n.channel from police.notice n join people.one_time_code c on c.id = n.about
            where c.about = ?
            """)
        .param(attempt)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private JdbcClient superuser() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            TestDatabase.url(database.value(), "postgres"), "postgres", ""));
  }
}
