package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Whether somebody may be told is asked just before, however slow a provider is. */
@DeliveryTest
class FreshnessTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired Lines lines;
  @Autowired Forces forces;
  @Autowired SafeContactPlans plans;
  @Autowired ForceKeys keys;

  private ForceId force;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    force = post.one();
  }

  @Test
  void whoIsNotToBeToldAnyMoreWhileTheLineIsBusyIsNotTold() {
    var two = queuedForOnePlace(Kind.INVITATION);
    onceCalled(() -> two.forEach(this::pause));
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
    assertThat(post.list("select fault from police.delivery_attempt where outcome = 'POSTPONED'"))
        .containsExactly("stale");
    assertThat(post.list("select held from police.notice where ended_at is null"))
        .as("no trouble of anybody's")
        .containsOnlyNulls();
    clock.forward(Duration.ofMinutes(10));
    crew.hand().work();
    assertThat(provider.ledger()).as("paused meanwhile").hasSize(1);
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("HANDED_OVER", "WAITING");
  }

  @Test
  void whatIsTakenBackWhileTheLineIsBusyDoesNotLeave() {
    var two = queuedForOnePlace(Kind.INVITATION);
    onceCalled(() -> two.forEach(notice -> post.recall(force, notice.about())));
    crew.hand().work();
    assertThat(provider.ledger()).hasSize(1);
    assertThat(two).extracting(post::state).containsExactlyInAnyOrder("HANDED_OVER", "RECALLED");
  }

  @Test
  void whatIsLateOnlyBecauseTheLineWasBusyLeavesAtOnceAfterwards() {
    var two = queuedForOnePlace(Kind.INVITATION);
    onceCalled(() -> {});
    crew.hand().work();
    crew.hand().work();
    assertThat(two).extracting(post::state).containsOnly("HANDED_OVER");
    assertThat(provider.ledger()).hasSize(2);
  }

  /** Where an answer takes four seconds, no more begin within one than it carries at once. */
  @Test
  void nothingIsReadBeforeItsLineHasAPlaceSoon() {
    slowedTo(16);
    var places = line().limit();
    var many = post.notices(Kind.INVITATION, "hello", 40);
    post.queue(force, many);
    var prepared = new ArrayList<Integer>();
    onceCalled(() -> prepared.add(post.list("select 1 from police.delivery_attempt").size()));
    crew.hand().work();
    assertThat(prepared).hasSize(1).allMatch(attempts -> attempts <= places);
    clock.forward(Duration.ofMinutes(1));
    crew.hand().work();
    assertThat(many).extracting(post::state).containsOnly("HANDED_OVER");
  }

  @Test
  void aCodeIsPreparedHoweverMuchWaits() {
    discreetLine().promise(1000, Urgency.PROMPT);
    assertThat(discreetLine().promise(1, Urgency.PROMPT)).isZero();
    var code = post.queued(force, Kind.CODE, "code");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
  }

  private List<Notice> queuedForOnePlace(Kind kind) {
    Stream.generate(this::line).limit(5).forEach(line -> hear(line, throttled()));
    clock.forward(Duration.ofSeconds(2));
    assertThat(line().limit()).isEqualTo(1);
    var two = post.notices(kind, "hello", 2);
    post.queue(force, two);
    return two;
  }

  private static Handover throttled() {
    return new Handover.Postponed(Handover.Postponed.THROTTLED, Duration.ZERO);
  }

  private void slowedTo(int places) {
    while (line().limit() > places) {
      hear(line(), throttled());
      clock.forward(Duration.ofSeconds(2));
    }
    for (var n = 0; n < 20; n++) {
      hear(line(), new Handover.Refused("no-such-number"));
    }
  }

  private void hear(Line line, Handover said) {
    var entered = line.enter();
    if (said instanceof Handover.Refused) {
      clock.forward(Duration.ofSeconds(4));
    }
    line.heard(said, entered);
    line.leave();
  }

  private Line line() {
    return line(false);
  }

  private Line discreetLine() {
    return line(true);
  }

  private Line line(boolean discreet) {
    var served = forces.of(force);
    var via = Senders.of(served, Channel.TEXT, discreet).orElseThrow();
    return lines.of(served.slug(), Channel.TEXT, discreet, via);
  }

  /** The first call takes three seconds, in which something happens. */
  private void onceCalled(Runnable happens) {
    var first = new AtomicBoolean(true);
    provider.answers(
        parcel -> {
          if (first.getAndSet(false)) {
            happens.run();
            clock.forward(Duration.ofSeconds(3));
          }
          return ScriptedProvider.accept(parcel);
        });
  }

  private void pause(Notice notice) {
    var person = Objects.requireNonNull(notice.recipient());
    var plan =
        new Plan(
            Plan.NONE.channels(),
            Plan.NONE.times(),
            false,
            false,
            Voicemail.NOT_ASKED,
            false,
            true,
            null);
    post.in(
        force,
        () -> {
          var key = keys.newDataKey(person.caseId());
          plans.say(
              new Saying(
                  person, key, Source.OFFICER, plan, null, new Actor(Actor.Kind.OFFICER, "o-1")));
          return plan;
        });
  }
}
