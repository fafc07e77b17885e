package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** A line carries what its provider bears, and no notice suffers for its provider. */
@ExtendWith(OutputCaptureExtension.class)
class LineTests {

  private static final Handover THROTTLED = new Postponed("throttled", Duration.ZERO);
  private static final Handover BUSY = new Postponed("unavailable", Duration.ZERO);

  private final StandingClock clock = new StandingClock();
  private final Line line = new Line("EMAIL of a-force by ses", 8, clock);

  private Handover call(Handover answer) {
    var entered = line.enter();
    try {
      return line.heard(answer, entered);
    } finally {
      line.leave();
    }
  }

  private void calls(int number, Handover answer) {
    for (var i = 0; i < number; i++) {
      var unused = call(answer);
    }
  }

  @Test
  void itHalvesWhenToldToSlowDownAndGrowsAgain() {
    calls(1, THROTTLED);
    assertThat(line.limit()).isEqualTo(4);
    assertThat(line.pause()).contains(Duration.ofSeconds(1));
    clock.forward(Duration.ofSeconds(1));
    assertThat(line.pause()).isEmpty();
    calls(6, new Accepted("x"));
    assertThat(line.limit()).isEqualTo(5);
    calls(100, new Accepted("x"));
    assertThat(line.limit()).isEqualTo(8);
  }

  @Test
  void whatWasUnderWayWhenItSlowedDownSaysNothingNew() {
    var early = line.enter();
    var other = line.enter();
    clock.forward(Duration.ofMillis(10));
    line.heard(THROTTLED, early);
    line.heard(THROTTLED, other);
    assertThat(line.limit()).isEqualTo(4);
  }

  @Test
  void itPausesAsLongAsAskedButLooksInNowAndThen() {
    calls(1, new Postponed("throttled", Duration.ofSeconds(20)));
    assertThat(line.pause()).contains(Duration.ofSeconds(20));
    calls(1, new Postponed("throttled", Duration.ofHours(2)));
    assertThat(line.pause()).contains(Duration.ofMinutes(1));
  }

  @Test
  void aProviderThatIsDownIsTriedOnceInAWhileAndAloud(CapturedOutput output) {
    calls(4, BUSY);
    assertThat(call(BUSY)).isEqualTo(new Postponed("provider-down", Duration.ZERO));
    assertThat(line.limit()).isEqualTo(1);
    assertThat(line.pause()).contains(Duration.ofSeconds(1));
    calls(2, new Unknown("no-answer"));
    assertThat(line.pause()).contains(Duration.ofSeconds(4));
    calls(20, BUSY);
    assertThat(line.pause()).contains(Duration.ofMinutes(1));
    assertThat(output.getAll().split("EMAIL of a-force by ses carries nothing", -1)).hasSize(2);
    assertThat(call(new Accepted("x"))).isEqualTo(new Accepted("x"));
    assertThat(call(BUSY)).isEqualTo(BUSY);
  }

  /** However many calls break with it, it has broken once. */
  @Test
  void aProviderThatIsBackAfterAMomentIsNotLeftAloneForAMinute() {
    var together = Stream.generate(line::enter).limit(8).toList();
    clock.forward(Duration.ofMillis(10));
    together.forEach(
        entered -> {
          line.heard(BUSY, entered);
          line.leave();
          clock.forward(Duration.ofMillis(1));
        });
    assertThat(line.limit()).isEqualTo(1);
    clock.forward(Duration.ofSeconds(1));
    calls(1, BUSY);
    assertThat(line.pause()).contains(Duration.ofSeconds(2));
  }

  /** Mistyped domains, full mailboxes: one person's each. */
  @Test
  void mailboxesThatTakeNothingSayNothingOfTheProvider(CapturedOutput output) {
    calls(20, new Postponed(Postponed.MAILBOX_LATER, Duration.ZERO));
    assertThat(line.pause()).isEmpty();
    assertThat(line.limit()).isEqualTo(8);
    assertThat(output).doesNotContain("carries nothing");
    assertThat(new Postponed(Postponed.MAILBOX_LATER, Duration.ZERO).counts()).isTrue();
  }

  @Test
  void onlyANoticesOwnFailuresCount() {
    assertThat(new Postponed("unavailable", Duration.ZERO).counts()).isTrue();
    for (var fault : new String[] {"throttled", "provider-down", "credentials", "unreachable"}) {
      assertThat(new Postponed(fault, Duration.ZERO).counts()).isFalse();
    }
  }

  @Test
  void whatIsOverTheBudgetComesBackOneAfterAnother() {
    var first = line.slot(10);
    assertThat(first).isEqualTo(clock.instant().plusMillis(100));
    assertThat(line.slot(10)).isEqualTo(clock.instant().plusMillis(200));
    for (var i = 0; i < 2999; i++) {
      assertThat(line.slot(10)).isBefore(clock.instant().plus(Duration.ofSeconds(301)));
    }
    assertThat(line.slot(10)).isEqualTo(first);
  }

  /** What it begins within a second: at first it is taken to answer within a tenth of one. */
  @Test
  void itPromisesWhatItBeginsWithinASecond() {
    assertThat(line.promise(1_000, Urgency.BULK)).as("leaves a part to others").isEqualTo(60);
    assertThat(line.promise(1_000, Urgency.PROMPT)).isEqualTo(20);
    assertThat(line.promise(1, Urgency.PROMPT)).isZero();
    assertThat(line.promise(1, Urgency.URGENT)).as("somebody waits").isEqualTo(1);
    line.kept();
    assertThat(line.promise(5, Urgency.PROMPT)).isZero();
    line.kept();
    assertThat(line.promise(5, Urgency.PROMPT)).isEqualTo(1);
  }

  @Test
  void aSlowOneIsPromisedNoMoreThanItCarriesAtOnce() {
    for (var n = 0; n < 30; n++) {
      var entered = line.enter();
      clock.forward(Duration.ofSeconds(3));
      line.heard(new Accepted("x"), entered);
      line.leave();
    }
    assertThat(line.promise(1_000, Urgency.PROMPT)).isEqualTo(8);
  }

  @Test
  void whileItIsShutNothingWaitsForAPlace() {
    calls(1, new Postponed("throttled", Duration.ofSeconds(20)));
    assertThat(line.promise(1_000, Urgency.PROMPT)).isEqualTo(1_000);
  }
}
