package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.events.PlansToReview;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** When somebody is asked again how they may be reached, where several say so. */
@DeliveryTest
@RecordApplicationEvents
class ReviewDatesTests {

  @Autowired Post post;
  @Autowired StandingClock clock;
  @Autowired SafeContactPlans plans;
  @Autowired PlanReviews reviews;
  @Autowired ForceKeys keys;
  @Autowired ApplicationEvents events;

  private Recipient person;
  private DataKey key;

  @BeforeEach
  void clear() {
    post.clear();
    person = Objects.requireNonNull(post.notice(Kind.INVITATION, "9400").recipient());
    key = post.in(post.one(), () -> keys.newDataKey(person.caseId()));
  }

  @Test
  void aDayThatIsOverIsAskedForNoMore() {
    say(Source.VICTIM, 1);
    clock.forward(Duration.ofDays(1));
    reviews.handle();
    assertThat(asked()).isOne();
    say(Source.OFFICER, 30);
    reviews.handle();
    assertThat(asked()).isOne();
    clock.forward(Duration.ofDays(30));
    reviews.handle();
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void theFirstOfSeveralDaysCounts() {
    say(Source.VICTIM, 20);
    say(Source.OFFICER, 10);
    clock.forward(Duration.ofDays(10));
    reviews.handle();
    assertThat(asked()).isOne();
  }

  /** Nobody has to say it again for that. */
  @Test
  void theSecondDayCountsToo() {
    say(Source.VICTIM, 10);
    say(Source.OFFICER, 20);
    clock.forward(Duration.ofDays(10));
    reviews.handle();
    assertThat(asked()).isOne();
    clock.forward(Duration.ofDays(9));
    reviews.handle();
    assertThat(asked()).isOne();
    clock.forward(Duration.ofDays(1));
    reviews.handle();
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void aDayThatIsTakenBackIsNotAskedFor() {
    say(Source.VICTIM, 1);
    clock.forward(Duration.ofDays(1));
    reviews.handle();
    say(Source.OFFICER, 10);
    say(Source.OFFICER, null);
    clock.forward(Duration.ofDays(10));
    reviews.handle();
    assertThat(asked()).isOne();
  }

  /** Nobody looked when it was due: whatever else is said, it is still to be done. */
  @Test
  void aDayThatIsDueStaysDue() {
    say(Source.OFFICER, 1);
    clock.forward(Duration.ofDays(1));
    say(Source.VICTIM, 10);
    reviews.handle();
    assertThat(asked()).isOne();
  }

  private void say(Source source, @Nullable Integer days) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    var day = days == null ? null : today.plusDays(days);
    var channels = EnumSet.allOf(Channel.class);
    var plan = new Plan(channels, Set.of(), false, false, Voicemail.NOT_ASKED, false, false, day);
    var by = new Actor(Actor.Kind.OFFICER, "o-9400");
    post.in(
        post.one(),
        () -> {
          plans.say(new Saying(person, key, source, plan, null, by));
          return plan;
        });
  }

  private long asked() {
    return events.stream(PlansToReview.class).filter(it -> it.people().contains(person)).count();
  }
}
