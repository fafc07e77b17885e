package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Said;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PlansToReview;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.SealBroken;

/** What people say of how they may be reached, and what then leaves, how and when. */
@DeliveryTest
@RecordApplicationEvents
class SafeContactPlansTests {

  private static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, "o-1");
  private static final SafeTimes EVENINGS =
      new SafeTimes(
          ZoneId.of("UTC"),
          List.of(
              new SafeTimes.Window(
                  DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.of(17, 0), LocalTime.of(18, 0))));

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired SafeContactPlans plans;
  @Autowired ContactPoints contacts;
  @Autowired Notices notices;
  @Autowired PlanReviews reviews;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private ForceId force;
  private Notice notice;
  private Recipient person;
  private DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    force = post.one();
    notice = post.notice(Kind.INVITATION, "hello");
    person = Objects.requireNonNull(notice.recipient());
    key = post.in(force, () -> keys.newDataKey(person.caseId()));
  }

  @Test
  void ofEachThingTheSaferHolds() {
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(EVENINGS), false, false));
    say(Source.VICTIM, plan(Set.of(Channel.values()), Set.of(), true, false));
    say(Source.RECORDS, plan(Set.of(Channel.values()), Set.of(), false, false));
    var plan = plan();
    assertThat(plan.channels()).containsExactly(Channel.TEXT);
    assertThat(plan.times()).containsExactly(EVENINGS);
    assertThat(plan.discreet()).isTrue();
    say(Source.OFFICER, plan(Set.of(Channel.values()), Set.of(), false, false));
    assertThat(plan().channels()).hasSize(2);
    assertThat(plan().discreet()).isTrue();
    assertThat(said()).hasSize(3);
    assertThat(events.stream(SafeContactChanged.class)).hasSize(4);
  }

  @Test
  void theLanguageIsWhatThePersonSaidLastToWhomever() {
    say(Source.OFFICER, Plan.NONE.in("cy"));
    assertThat(plan().language()).isEqualTo("cy");
    assertThat(reached().wish()).as("before what the records have").isEqualTo("cy");
    say(Source.VICTIM, Plan.NONE.in("en"));
    assertThat(plan().language()).isEqualTo("en");
    assertThat(reached().wish()).isEqualTo("en");
    assertThat(history()).extracting(it -> it.plan().language()).containsExactly("en", "cy");
    say(Source.VICTIM, Plan.NONE);
    say(Source.OFFICER, Plan.NONE);
    assertThat(Objects.isNull(reached().wish())).isTrue();
  }

  private ContactPoints.SafeContacts reached() {
    var contact = new ContactPoints.Point(Contact.phone("07700 900123").orElseThrow(), true, false);
    return post.in(
        force,
        () -> {
          contacts.replace(
              List.of(
                  new ContactPoints.PersonContacts(
                      person.personId(), person.caseId(), key, null, List.of(contact))));
          return Objects.requireNonNull(
              contacts.safe(Map.of(person.personId(), key)).get(person.personId()));
        });
  }

  @Test
  void whatWasSaidOnceIsKeptAndSealed() {
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(), true, false), "canary-note");
    say(Source.OFFICER, Plan.NONE);
    assertThat(history())
        .extracting(it -> it.plan().discreet(), Said::note, Said::by)
        .containsExactly(tuple(false, null, OFFICER), tuple(true, "canary-note", OFFICER));
    assertThat(post.list("select encode(sealed, 'escape') from police.safe_contact_history"))
        .noneMatch(kept -> kept.contains("canary"));
    assertThatThrownBy(
            () ->
                post.in(force, () -> plans.history(person.personId(), keys.newDataKey(Post.CASE))))
        .isInstanceOf(SealBroken.class);
    assertThat(
            post.list(
                "select detail from police.audit_entry where action = 'SAFE_CONTACT_CHANGED'"))
        .contains("officer");
  }

  @Test
  void aNoticeWaitsForSafeHoursAndSaysUntilWhen() {
    say(Source.VICTIM, plan(Set.of(Channel.TEXT), Set.of(EVENINGS), false, false));
    queue();
    var until = clock.instant().plus(Duration.ofHours(5));
    assertThat(waiting())
        .extracting(Waiting::held, Waiting::until)
        .containsExactly(tuple(Held.SAFE_HOURS, until));
    assertThat(crew.hand().work()).isEmpty();
    clock.at("17:00:00");
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("hello");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatAWorkerHoldsInItsHandsIsAskedAgain() {
    queue();
    var hand = crew.hand();
    var leases = hand.claim(10);
    say(Source.VICTIM, plan(Set.of(Channel.TEXT), Set.of(EVENINGS), false, false));
    hand.work(leases);
    assertThat(provider.ledger()).isEmpty();
    assertThat(waiting()).extracting(Waiting::held).containsExactly(Held.SAFE_HOURS);
  }

  @Test
  void aPauseHoldsEverythingUntilItIsLifted() {
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(), false, true));
    queue();
    assertThat(waiting())
        .extracting(Waiting::held, Waiting::until)
        .containsExactly(tuple(Held.PAUSED, null));
    assertThat(crew.hand().work()).isEmpty();
    say(Source.OFFICER, Plan.NONE);
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("hello");
  }

  @Test
  void aChannelThatIsNotSafeIsNeverUsedAndSomebodyIsTold() {
    queue();
    say(Source.VICTIM, plan(Set.of(Channel.EMAIL), Set.of(), false, false));
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("UNSAFE");
    assertThat(events.stream(PeopleNotReached.class).flatMap(it -> it.people().stream()))
        .singleElement()
        .satisfies(it -> assertThat(it.why()).isEqualTo(PeopleNotReached.Why.NO_SAFE_WAY))
        .satisfies(it -> assertThat(it.personId()).isEqualTo(person.personId()));
  }

  @Test
  void whoNeedsDiscretionGetsItFromASenderThatTellsNothing() {
    queue();
    crew.hand().work();
    say(Source.RECORDS, plan(Set.of(Channel.TEXT), Set.of(), true, false));
    var second = of(person);
    post.queue(force, List.of(second));
    crew.hand().work();
    assertThat(provider.ledger())
        .extracting(parcel -> parcel.via().sender())
        .containsExactly(post.sender(force, false), post.sender(force, true));
  }

  @Test
  void theRecordsSystemsMarksBecomeItsPlan() {
    var phone = new Contact(Channel.TEXT, Post.PHONE);
    var mail = new Contact(Channel.EMAIL, "canary@example.org");
    told(new Point(phone, true, false));
    assertThat(said()).isEmpty();
    told(new Point(phone, true, true), new Point(mail, false, false));
    assertThat(said()).containsOnlyKeys(Source.RECORDS);
    assertThat(plan().sharedDevice()).isTrue();
    assertThat(plan().links()).isFalse();
    assertThat(plan().channels()).containsExactly(Channel.TEXT);
    told(new Point(phone, true, false), new Point(mail, true, false));
    assertThat(plan()).isEqualTo(Plan.NONE);
    assertThat(history()).hasSize(2);
  }

  @Test
  void safeContactsAreThoseThatThePlanAllows() {
    var phone = new Contact(Channel.TEXT, Post.PHONE);
    var mail = new Contact(Channel.EMAIL, "canary@example.org");
    told(new Point(phone, true, false), new Point(mail, true, false));
    say(Source.OFFICER, plan(Set.of(Channel.EMAIL), Set.of(), false, false));
    var safe = post.in(force, () -> contacts.safe(Map.of(person.personId(), key)));
    assertThat(safe.values())
        .singleElement()
        .extracting(it -> it.contacts())
        .isEqualTo(List.of(mail));
  }

  @Test
  void aPlanIsPutUpForReviewOnItsDayAndOnce() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    var day = today.plusDays(1);
    var reviewed =
        new Plan(Set.of(), Set.of(), false, false, Voicemail.NOT_ASKED, false, false, day);
    say(Source.OFFICER, reviewed);
    reviews.handle();
    assertThat(events.stream(PlansToReview.class)).isEmpty();
    clock.forward(Duration.ofDays(1));
    reviews.handle();
    reviews.handle();
    assertThat(events.stream(PlansToReview.class).flatMap(it -> it.people().stream()))
        .containsExactly(person);
  }

  private void say(Source source, Plan plan) {
    say(source, plan, null);
  }

  private void say(Source source, Plan plan, @Nullable String note) {
    post.in(
        force,
        () -> {
          plans.say(new Saying(person, key, source, plan, note, OFFICER));
          return plan;
        });
  }

  private void told(Point... points) {
    post.in(
        force,
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(
                        person.personId(), person.caseId(), key, "en", List.of(points)))));
  }

  private void queue() {
    post.queue(force, List.of(notice));
  }

  private Notice of(Recipient recipient) {
    return new Notice(
        Handle.rowId(),
        Kind.INVITATION,
        Handle.rowId(),
        recipient,
        Channel.TEXT,
        clock.instant(),
        notice.expiresAt(),
        notice.content());
  }

  private Plan plan() {
    return Objects.requireNonNull(
        post.in(force, () -> plans.of(List.of(person.personId()))).get(person.personId()));
  }

  private Map<Source, Plan> said() {
    return post.in(force, () -> plans.said(person.personId()));
  }

  private List<Said> history() {
    return post.in(force, () -> plans.history(person.personId(), key));
  }

  private List<Waiting> waiting() {
    UUID id = person.personId();
    return post.in(force, () -> notices.waiting(List.of(id))).getOrDefault(id, List.of());
  }

  private static Plan plan(
      Set<Channel> channels, Set<SafeTimes> times, boolean discreet, boolean paused) {
    return new Plan(channels, times, discreet, false, Voicemail.NOT_ASKED, false, paused, null);
  }
}
