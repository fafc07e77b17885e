package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.tenancy.keys.Handle;

/** What leaves, how and when, under the plan of whom it is for. */
@DeliveryTest
@RecordApplicationEvents
class PlannedNoticesTests extends SomebodysPlans {

  @Autowired Crew crew;
  @Autowired Notices notices;
  @Autowired ApplicationEvents events;

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
  void nobodyIsWokenWhoIsOnTheOtherSideOfTheWorld() {
    var auckland = ZoneId.of("Pacific/Auckland");
    say(Source.VICTIM, Plan.NONE.by(Set.of(auckland)));
    queue();
    var morning = clock.instant().atZone(auckland).toLocalDate().atTime(8, 0).atZone(auckland);
    assertThat(waiting())
        .extracting(Waiting::held, Waiting::until)
        .containsExactly(tuple(Held.QUIET_HOURS, morning.toInstant()));
    say(Source.VICTIM, Plan.NONE);
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("hello");
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

  private List<Waiting> waiting() {
    UUID id = person.personId();
    return post.in(force, () -> notices.waiting(List.of(id))).getOrDefault(id, List.of());
  }
}
