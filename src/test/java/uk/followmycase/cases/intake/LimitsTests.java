package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTests {

  private final Limits limits =
      new Limits(new IntakeSettings(1, 2, 1, 500, Duration.ofMillis(250)));

  @Test
  void aClientOverItsShareIsToldWhenToComeAgainAndOthersAreNot() {
    limits.call("one");
    limits.call("one");
    assertThatThrownBy(() -> limits.call("one"))
        .asInstanceOf(type(Refusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.body().type()).isEqualTo("/problems/too-many-requests");
              assertThat(refusal.retryAfterSeconds()).isEqualTo(1);
            });
    limits.call("two");
  }

  @Test
  void streamsAtTheSameTimeAreBoundedAndTheirShareComesBack() {
    limits.stream(
        "one",
        () -> assertThatThrownBy(() -> limits.stream("one", () -> {})).isInstanceOf(Refusal.class));
    limits.stream("one", () -> {});
  }
}
