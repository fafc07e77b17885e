package uk.followmycase.delivery.internal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
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

/** Somebody on a case, what is said of how they may be reached, and a notice for them. */
abstract class SomebodysPlans {

  static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, "o-1");
  static final SafeTimes EVENINGS =
      new SafeTimes(
          ZoneId.of("UTC"),
          List.of(
              new SafeTimes.Window(
                  DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.of(17, 0), LocalTime.of(18, 0))));

  @Autowired Post post;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired SafeContactPlans plans;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;

  ForceId force;
  Notice notice;
  Recipient person;
  DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    force = post.one();
    notice = post.notice(Kind.INVITATION, "hello");
    person = Objects.requireNonNull(notice.recipient());
    key = post.in(force, () -> keys.newDataKey(person.caseId()));
  }

  void say(Source source, Plan plan) {
    say(source, plan, null);
  }

  void say(Source source, Plan plan, @Nullable String note) {
    post.in(
        force,
        () -> {
          plans.say(new Saying(person, key, source, plan, note, OFFICER));
          return plan;
        });
  }

  void told(Point... points) {
    post.in(
        force,
        () ->
            contacts.replace(
                List.of(
                    new PersonContacts(
                        person.personId(), person.caseId(), key, "en", List.of(points)))));
  }

  Plan plan() {
    return Objects.requireNonNull(
        post.in(force, () -> plans.of(List.of(person.personId()))).get(person.personId()));
  }

  static Plan plan(Set<Channel> channels, Set<SafeTimes> times, boolean discreet, boolean paused) {
    return new Plan(channels, times, discreet, false, Voicemail.NOT_ASKED, false, paused, null);
  }
}
