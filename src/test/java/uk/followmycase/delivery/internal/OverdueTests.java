package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.tenancy.ForceBinding;

/** Whoever is not told in time is told by a person, though nothing may leave. */
@DeliveryTest
@RecordApplicationEvents
class OverdueTests {

  private static final Duration TOO_LONG = Duration.ofDays(2);

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired StandingClock clock;
  @Autowired OverdueNotices overdue;
  @Autowired ApplicationEvents events;

  @BeforeEach
  void clear() {
    post.clear();
  }

  @Test
  void whatIsSwitchedOffEndsWithItsTimeAndNotBefore() {
    var late = post.queued(post.one(), Kind.UPDATE, "late");
    assertThat(ends()).isFalse();
    assertThat(post.state(late)).isEqualTo("WAITING");
    clock.forward(TOO_LONG);
    var fresh = post.queued(post.one(), Kind.UPDATE, "fresh");
    assertThat(ends()).isFalse();
    assertThat(post.state(late)).isEqualTo("EXPIRED");
    assertThat(post.state(fresh)).isEqualTo("WAITING");
    assertThat(post.heads()).isEqualTo(1);
    assertThat(why()).containsExactly(Why.TOO_LATE);
  }

  @Test
  void whatAWorkerHoldsIsTheWorkers() {
    var held = post.queued(post.one(), Kind.UPDATE, "held");
    assertThat(crew.hand().claim(1)).hasSize(1);
    clock.forward(TOO_LONG);
    ends();
    assertThat(post.state(held)).isEqualTo("WAITING");
    assertThat(why()).isEmpty();
  }

  @Test
  void whatIsTakenBackTooLateWasNotTold() {
    var never = post.queued(post.one(), Kind.INVITATION, "never left");
    clock.forward(TOO_LONG);
    post.recall(post.one(), never.about());
    assertThat(post.state(never)).isEqualTo("EXPIRED");
    assertThat(why()).containsExactly(Why.TOO_LATE);
  }

  @Test
  void whatIsTakenBackInTimeNeedsNobody() {
    var early = post.queued(post.one(), Kind.INVITATION, "taken back");
    post.recall(post.one(), early.about());
    assertThat(post.state(early)).isEqualTo("RECALLED");
    assertThat(why()).isEmpty();
  }

  private List<Why> why() {
    return events.stream(PeopleNotReached.class)
        .flatMap(it -> it.people().stream())
        .map(NotReached::why)
        .toList();
  }

  private boolean ends() {
    return ForceBinding.call(post.one(), overdue::end);
  }
}
