package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings;

/** One invitation by itself. */
class InvitationTests {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  @Test
  void aLinkLivesFromTheMomentItLeaves() {
    var invitation = made(Proof.STANDARD);
    assertThat(invitation.opens(START)).isFalse();
    var morning = START.plus(Duration.ofHours(11));
    invitation.send(digest(1), morning, rules(Duration.ofDays(7)));
    assertThat(invitation.opens(morning.plus(FORTNIGHT).minusMillis(1))).isTrue();
    assertThat(invitation.opens(morning.plus(FORTNIGHT))).isFalse();
  }

  @Test
  void aReminderHasALinkOfItsOwnButNoLongerLife() {
    var invitation = sent(Proof.STANDARD);
    var end = invitation.link().expiresAt();
    var week = START.plus(Duration.ofDays(7));
    assertThat(invitation.due()).isEqualTo(week);
    assertThat(invitation.toRemind(week.minusMillis(1))).isFalse();
    assertThat(invitation.toRemind(week)).isTrue();
    invitation.remind(week);
    assertThat(invitation.toRemind(week)).isFalse();
    invitation.sendReminder(digest(2), week);
    assertThat(invitation.link().digest()).isEqualTo(digest(2));
    assertThat(invitation.link().expiresAt()).isEqualTo(end);
    assertThat(invitation.due()).isEqualTo(end);
  }

  @Test
  void nobodyIsRemindedTwice() {
    var invitation = sent(Proof.STANDARD);
    invitation.remind(START.plus(Duration.ofDays(7)));
    invitation.resend();
    invitation.send(digest(3), START.plus(Duration.ofDays(8)), rules(Duration.ofDays(1)));
    assertThat(invitation.times().remindAt()).isNull();
  }

  @Test
  void aForceThatNeverRemindsIsObeyed() {
    var invitation = made(Proof.STANDARD);
    invitation.send(digest(1), START, rules(null));
    assertThat(invitation.due()).isEqualTo(START.plus(FORTNIGHT));
  }

  @Test
  void aReminderAfterTheEndIsNone() {
    var invitation = made(Proof.STANDARD);
    invitation.send(digest(1), START, rules(Duration.ofDays(30)));
    assertThat(invitation.due()).isEqualTo(START.plus(FORTNIGHT));
  }

  @Test
  void aProofLastsAnHour() {
    var invitation = sent(Proof.STANDARD);
    invitation.prove(START);
    assertThat(invitation.proved(START.plus(Duration.ofMinutes(60)).minusMillis(1))).isTrue();
    assertThat(invitation.proved(START.plus(Duration.ofMinutes(60)))).isFalse();
  }

  @Test
  void dangerVoidsAProofThatWasNotStrict() {
    var invitation = sent(Proof.STANDARD);
    invitation.prove(START);
    invitation.tighten();
    assertThat(invitation.proof()).isEqualTo(Proof.STRICT);
    assertThat(invitation.proved(START)).isFalse();
    assertThatThrownBy(() -> invitation.accept(START)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void fiveWrongTriesKillTheCodeButNeverTheLink() {
    var invitation = sent(Proof.STRICT);
    invitation.handOver("encoded");
    for (var tries = 1; tries <= 4; tries++) {
      invitation.countTry();
      assertThat(invitation.buryCode(START)).isFalse();
    }
    invitation.countTry();
    assertThat(invitation.buryCode(START)).isTrue();
    assertThat(invitation.code()).isEqualTo(new HandedOver(null, 0, START));
    assertThat(invitation.opens(START)).isTrue();
    invitation.handOver("another");
    assertThat(invitation.code()).isEqualTo(HandedOver.fresh("another"));
  }

  @Test
  void aRightCodeForgivesEarlierTries() {
    var invitation = sent(Proof.STRICT);
    invitation.handOver("encoded");
    invitation.countTry();
    invitation.countTry();
    invitation.prove(START);
    assertThat(invitation.code()).isEqualTo(new HandedOver("encoded", 0, null));
  }

  @Test
  void anEndLeavesNothingThatOpens() {
    var invitation = sent(Proof.STRICT);
    invitation.handOver("encoded");
    invitation.prove(START);
    invitation.accept(START);
    assertThat(invitation.link().digest()).isNull();
    assertThat(invitation.code()).isEqualTo(HandedOver.NOTHING);
    assertThat(invitation.due()).isNull();
  }

  static Invitation made(Proof proof) {
    return Invitation.make(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        new Wanted(Channel.EMAIL, proof),
        START,
        FORTNIGHT);
  }

  private static Invitation sent(Proof proof) {
    var invitation = made(proof);
    invitation.send(digest(1), START, rules(Duration.ofDays(7)));
    return invitation;
  }

  static ForceSettings.Invitations rules(@Nullable Duration remindAfter) {
    return new ForceSettings.Invitations(FORTNIGHT, remindAfter, "email");
  }

  static byte[] digest(int number) {
    var digest = new byte[32];
    digest[0] = (byte) number;
    return digest;
  }
}
