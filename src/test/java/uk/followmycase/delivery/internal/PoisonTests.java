package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.Notices.Kind;

/** What can be neither written nor kept harms itself only. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class PoisonTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void aPoisonedNoticeHarmsNoOther(CapturedOutput output) {
    var poisoned = post.notice(Kind.INVITATION, Map.of("poison", "canary-words"));
    var fine = post.notices(Kind.INVITATION, "fine", 30);
    post.queue(post.one(), fine.subList(0, 15));
    post.queue(post.one(), List.of(poisoned));
    post.queue(post.one(), fine.subList(15, 30));
    var hand = crew.hand();
    hand.work();
    assertThat(provider.ledger()).hasSize(30);
    for (var hour = 0; hour < 2; hour++) {
      clock.forward(Duration.ofMinutes(10));
      hand.work();
    }
    assertThat(post.state(poisoned)).isEqualTo("PARKED");
    assertThat(post.attempts(poisoned)).isEmpty();
    assertThat(output).contains("cannot be written").doesNotContain("canary-words");
  }

  /** A database takes no such character; nobody is told twice for that. */
  @Test
  void anAnswerThatCannotBeKeptHarmsNoOther(CapturedOutput output) {
    var odd = post.notice(Kind.UPDATE, "odd");
    var fine = post.notices(Kind.UPDATE, "fine", 20);
    post.queue(post.one(), fine.subList(0, 10));
    post.queue(post.one(), List.of(odd));
    post.queue(post.one(), fine.subList(10, 20));
    provider.answers(
        parcel ->
            parcel.message().parts().contains("odd")
                ? new Handover.Accepted("canary\0")
                : ScriptedProvider.accept(parcel));
    crew.hand().work();
    assertThat(fine).extracting(post::state).containsOnly("HANDED_OVER");
    assertThat(post.state(odd)).isEqualTo("HANDED_OVER");
    assertThat(post.attempts(odd)).containsExactly("ACCEPTED");
    assertThat(provider.ledger()).hasSize(21);
    assertThat(output).contains(odd.id() + " cannot be kept").doesNotContain("canary");
  }
}
