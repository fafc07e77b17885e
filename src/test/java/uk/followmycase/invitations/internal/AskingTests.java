package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.support.MovableClock;

/** From verdicts to invitations. */
@InvitationTest
class AskingTests {

  @Autowired Victims victims;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void whoIsEligibleIsAskedOnce() {
    var victim = victims.invited();
    var asked = victim.latest();
    assertThat(asked.state()).isEqualTo(State.WAITING);
    assertThat(asked.proof()).isEqualTo(Proof.STANDARD);
    assertThat(asked.channel()).isEqualTo(Channel.EMAIL);
    assertThat(asked.standing().revision()).isEqualTo(victim.force().revision());
    assertThat(victim.awaits(Kind.INVITATION)).isTrue();
    victim.tell().tell();
    assertThat(victim.latest().id()).isEqualTo(asked.id());
  }

  @Test
  void whoIsInDangerIsAskedForTheForcesCode() {
    assertThat(victims.strictlyInvited().latest().proof()).isEqualTo(Proof.STRICT);
  }

  @Test
  void oneContactIsNeverTwoProofs() {
    var victim = victims.of(Victims.STANDARD).email(null).tell();
    assertThat(victim.latest().channel()).isEqualTo(Channel.TEXT);
    assertThat(victim.latest().proof()).isEqualTo(Proof.STRICT);
    assertThat(victim.follow(victim.link()).opened().strict()).isTrue();
  }

  @Test
  void whoCannotBeReachedIsNotAsked() {
    var victim = victims.of(Victims.STANDARD).email(null).phone(null).tell();
    assertThat(victim.history()).isEqualTo(History.NONE);
  }

  @Test
  void aNoticeThatStillWaitsIsTakenBack() {
    var victim = victims.invited().closed().tell();
    assertThat(victim.latest().state()).isEqualTo(State.CANCELLED);
    assertThat(victim.latest().times().ending()).isEqualTo(Ending.NOT_ELIGIBLE);
    assertThat(victim.awaits(Kind.INVITATION)).isFalse();
  }

  @Test
  void aLinkThatIsOutDies() {
    var victim = victims.invited();
    var link = victim.link();
    assertThat(victim.open(link)).isPresent();
    victim.takenOffTheCase().tell();
    assertThat(victim.open(link)).isEmpty();
  }

  @Test
  void whoIsEligibleAgainIsAskedAnew() {
    var victim = victims.invited();
    var old = victim.link();
    victim.closed().tell().open().tell();
    assertThat(victim.latest().state()).isEqualTo(State.WAITING);
    assertThat(victim.open(old)).isEmpty();
    assertThat(victim.open(victim.link())).isPresent();
  }

  @Test
  void lateDangerMakesALinkStrictAtOnceAndKillsItsCodes() {
    var victim = victims.of(Victims.STRICT).tell();
    var visit = victim.follow(victim.link());
    var code = visit.sentCode();
    victim.inDanger().tell();
    assertThat(visit.type(code)).isEqualTo(Tried.DEAD);
    assertThat(visit.page().orElseThrow().strict()).isTrue();
    assertThat(visit.page().orElseThrow().codeGoesTo()).isEmpty();
    assertThat(visit.askForCode()).isEmpty();
    assertThat(visit.type(victim.handedOverCode())).isEqualTo(Tried.RIGHT);
  }

  @Test
  void lateDangerVoidsWhatWasProved() {
    var victim = victims.of(Victims.STRICT).tell();
    var visit = victim.follow(victim.link());
    var account = visit.proveWithSentCode();
    victim.inDanger().tell();
    assertThat(visit.enter(account)).isFalse();
    assertThat(victim.latest().state()).isEqualTo(State.SENT);
  }

  @Test
  void dangerOnceSeenIsNotForgotten() {
    var victim = victims.strictlyInvited().outOfDanger().tell();
    assertThat(victim.latest().proof()).isEqualTo(Proof.STRICT);
  }

  @Test
  void aChangedContactKillsTheLinkAndEverySessionThatOpenedIt() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var code = visit.sentCode();
    victim.phone("07700 900456").tell();
    assertThat(visit.type(code)).isEqualTo(Tried.DEAD);
    assertThat(visit.page()).isEmpty();
    assertThat(victim.latest().id()).isNotEqualTo(visit.opened().id());
    assertThat(victim.awaits(Kind.INVITATION)).isTrue();
  }

  @Test
  void whoIsInIsNotAskedAgain() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    assertThat(visit.enter(visit.proveWithSentCode())).isTrue();
    victim.email("another.canary@example.org").tell();
    assertThat(victim.latest().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void whoSaidNotForMeIsAskedOnlyByAnotherWay() {
    var victim = victims.invited();
    victim.follow(victim.link()).refuse();
    victim.closed().tell().open().tell();
    assertThat(victim.latest().state()).isEqualTo(State.REFUSED);
    victim.phone("07700 900457").tell();
    assertThat(victim.latest().state()).isEqualTo(State.WAITING);
    assertThat(victim.latest().channel()).isEqualTo(Channel.TEXT);
    assertThat(victim.latest().proof()).isEqualTo(Proof.STRICT);
  }
}
