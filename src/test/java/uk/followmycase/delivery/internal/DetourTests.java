package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** News that waits goes the other way when the plan closes the first. */
@DeliveryTest
class DetourTests {

  private static final SafeTimes EVENINGS =
      new SafeTimes(
          ZoneId.of("UTC"),
          List.of(
              new SafeTimes.Window(
                  DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.of(17, 0), LocalTime.of(18, 0))));

  private static final Point PHONE = new Point(new Contact(Channel.TEXT, Post.PHONE), true, false);
  private static final Point MAIL =
      new Point(new Contact(Channel.EMAIL, "canary@example.org"), true, false);

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired SafeContactPlans plans;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;

  private ForceId force;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    force = post.one();
  }

  @Test
  void newsThatWaitsForItsHourMoves() {
    var notice = waiting(Kind.UPDATE, PHONE, MAIL);
    say(notice, Set.of(Channel.EMAIL));
    crew.hand().work();
    assertThat(provider.ledger())
        .singleElement()
        .matches(parcel -> parcel.message().to().channel() == Channel.EMAIL);
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(post.list("select channel from police.notice")).containsExactly("EMAIL");
  }

  @Test
  void itsHeadMovesAlongSoThatASwitchFindsIt() {
    var notice = waiting(Kind.UPDATE, PHONE, MAIL);
    say(notice, Set.of(Channel.EMAIL), Set.of(EVENINGS));
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.list("select channel || ' ' || held from plumbing.outbox_head"))
        .containsExactly("1 1");
    assertThat(post.list("select channel || ' ' || held from police.notice"))
        .containsExactly("EMAIL SAFE_HOURS");
  }

  @Test
  void whoHasNoSafeContactThereHasToBeTold() {
    var notice = waiting(Kind.UPDATE, PHONE);
    say(notice, Set.of(Channel.EMAIL));
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("UNSAFE");
  }

  /** The records system takes the number away, and has an address. */
  @Test
  void newsWhoseContactIsGoneMeanwhileMoves() {
    var notice = gone(MAIL);
    crew.hand().work();
    crew.hand().work();
    assertThat(provider.ledger())
        .singleElement()
        .matches(parcel -> parcel.message().to().channel() == Channel.EMAIL);
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }

  @Test
  void newsOfSomebodyWithoutAnyContactLeftHasToBeToldByAPerson() {
    var notice = gone();
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("UNSAFE");
  }

  /** Who has a contact and gets no words is shut out. */
  @Test
  void newsThatMakesNoSenseAnyMoreIsDropped() {
    var notice = gone(PHONE, MAIL);
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("DROPPED");
  }

  /** Queued for a telephone, of which only these contacts are left by the time it leaves. */
  private Notice gone(Point... left) {
    var to = Map.of("to", "canary@example.org", "text", "new", "subject", "s", "by", "EMAIL");
    var notice = post.notice(Kind.UPDATE, Channel.TEXT, to);
    known(notice, PHONE, MAIL);
    post.queue(force, List.of(notice));
    known(notice, left);
    return notice;
  }

  /** Link and code of an invitation go by two ways, which must stay two. */
  @Test
  void anInvitationStaysWhereItIs() {
    var notice = waiting(Kind.INVITATION, PHONE, MAIL);
    say(notice, Set.of(Channel.EMAIL));
    crew.hand().work();
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("UNSAFE");
  }

  private Notice waiting(Kind kind, Point... points) {
    var text = Map.of("to", Post.PHONE, "text", "something new", "subject", "s");
    var notice = post.notice(kind, Channel.TEXT, text);
    known(notice, points);
    say(notice, Set.of(Channel.values()), Set.of(EVENINGS));
    post.queue(force, List.of(notice));
    assertThat(crew.hand().work()).isEmpty();
    return notice;
  }

  private void known(Notice notice, Point... points) {
    var person = Objects.requireNonNull(notice.recipient());
    var key = key(person);
    post.in(
        force,
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(
                        person.personId(), person.caseId(), key, "en", List.of(points)))));
  }

  private DataKey key(Recipient person) {
    return post.in(force, () -> keys.newDataKey(person.caseId()));
  }

  private void say(Notice notice, Set<Channel> channels) {
    say(notice, channels, Set.of());
  }

  private void say(Notice notice, Set<Channel> channels, Set<SafeTimes> times) {
    var person = Objects.requireNonNull(notice.recipient());
    var plan = new Plan(channels, times, false, false, Voicemail.NOT_ASKED, false, false, null);
    var by = new Actor(Actor.Kind.OFFICER, "o-1");
    var saying = new Saying(person, key(person), Source.VICTIM, plan, null, by);
    post.in(
        force,
        () -> {
          plans.say(saying);
          return plan;
        });
  }
}
