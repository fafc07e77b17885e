package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.support.MovableClock;

/** What time does. */
@InvitationTest
class AgeingTests {

  @Autowired Victims victims;
  @Autowired DueInvitations due;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void anInvitationExpiresWithItsLink() {
    var victim = victims.invited();
    var link = victim.link();
    pass(Duration.ofDays(13));
    assertThat(victim.open(link)).isPresent();
    pass(Duration.ofDays(1));
    assertThat(victim.open(link)).isEmpty();
    assertThat(victim.latest().state()).isEqualTo(State.EXPIRED);
    assertThat(victim.latest().link().digest()).isNull();
  }

  @Test
  void whoseLinkNeverLeftExpiresToo() {
    var victim = victims.invited();
    pass(Duration.ofDays(14));
    assertThat(victim.latest().state()).isEqualTo(State.EXPIRED);
    assertThat(victim.awaits(Kind.INVITATION)).isFalse();
  }

  @Test
  void oneReminderGoesOutWithALinkOfItsOwn() {
    var victim = victims.invited();
    var link = victim.link();
    pass(Duration.ofDays(4));
    assertThat(victim.awaits(Kind.REMINDER)).isFalse();
    pass(Duration.ofDays(1));
    assertThat(victim.awaits(Kind.REMINDER)).isTrue();
    assertThat(victim.open(link)).as("until the reminder leaves").isPresent();
    var reminded = victim.reminder();
    assertThat(victim.open(link)).isEmpty();
    assertThat(victim.open(reminded)).isPresent();
    pass(Duration.ofDays(9));
    assertThat(victim.latest().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void whoIsInIsNotReminded() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    visit.enter(visit.proveWithSentCode());
    pass(Duration.ofDays(6));
    assertThat(victim.awaits(Kind.REMINDER)).isFalse();
    assertThat(victim.latest().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void aReminderIsTakenBackWithItsInvitation() {
    var victim = victims.invited();
    victim.link();
    pass(Duration.ofDays(5));
    assertThat(victim.awaits(Kind.REMINDER)).isTrue();
    victim.closed().tell();
    assertThat(victim.awaits(Kind.REMINDER)).isFalse();
  }

  @Test
  void everyForcesInvitationsAge() {
    var one = victims.invited();
    var other = victims.strictlyInvited();
    pass(Duration.ofDays(14));
    assertThat(one.latest().state()).isEqualTo(State.EXPIRED);
    assertThat(other.latest().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void aLinkThatLeftLateLivesAsLong() {
    var victim = victims.invited();
    pass(Duration.ofDays(3));
    var link = victim.link();
    pass(Duration.ofDays(13));
    assertThat(victim.awaits(Kind.REMINDER)).isTrue();
    assertThat(victim.open(link)).isPresent();
  }

  private void pass(Duration time) {
    clock.advance(time);
    due.handle();
  }
}
