package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.Forces;

/** The discreet sender has a way of its own: what troubles the plain one stops nobody's code. */
@DeliveryTest
class OwnWaysTests {

  private static final int DOWN = 5;

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired Lines lines;
  @Autowired Forces forces;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    lines.forget();
  }

  @AfterEach
  void forget() {
    lines.forget();
  }

  @Test
  void codesLeaveWhileThePlainSenderIsDown() {
    down(false);
    var code = post.queued(post.one(), Kind.CODE, "code");
    var invitation = post.queued(post.one(), Kind.INVITATION, "invitation");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
    assertThat(post.state(invitation)).isEqualTo("WAITING");
  }

  @Test
  void newsLeavesWhileTheDiscreetSenderIsDown() {
    down(true);
    var code = post.queued(post.one(), Kind.CODE, "code");
    var invitation = post.queued(post.one(), Kind.INVITATION, "invitation");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("WAITING");
    assertThat(post.state(invitation)).isEqualTo("HANDED_OVER");
  }

  private void down(boolean discreet) {
    var served = forces.of(post.one());
    var via = Senders.of(served, Channel.TEXT, discreet).orElseThrow();
    var line = lines.of(served.slug(), Channel.TEXT, discreet, via);
    for (var n = 0; n < DOWN; n++) {
      line.heard(new Handover.Postponed("credentials", Duration.ZERO), clock.instant());
    }
    assertThat(line.pause()).isPresent();
  }
}
