package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import uk.followmycase.delivery.Channel;
import uk.followmycase.identity.ForceCode;
import uk.followmycase.identity.OneTimeCodes.Sent;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.invitations.events.HandOverCodeSpent;
import uk.followmycase.support.MovableClock;

/** The second proof. */
@InvitationTest
class ProvingTests {

  @Autowired Victims victims;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void theCodeGoesToTheOtherContact() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    assertThat(visit.type(visit.sentCode())).isEqualTo(Tried.RIGHT);
    assertThat(victim.latest().state()).isEqualTo(State.PROVED);
    assertThat(visit.proved().contacts())
        .containsExactly(victim.contact(Channel.EMAIL), victim.contact(Channel.TEXT));
    assertThat(visit.proved().forceCode()).isNull();
  }

  @Test
  void wrongTriesKillTheCodeButNeverTheLink() {
    var victim = victims.invited();
    var link = victim.link();
    var visit = victim.follow(link);
    var code = visit.sentCode();
    for (var tries = 0; tries < 5; tries++) {
      visit.type(other(code));
    }
    assertThat(visit.type(code)).isEqualTo(Tried.DEAD);
    assertThat(victim.open(link)).isPresent();
    clock.advance(Duration.ofMinutes(30));
    assertThat(visit.type(visit.sentCode())).isEqualTo(Tried.RIGHT);
  }

  @Test
  void nothingIsProvedByACodeForSomebodyElse() {
    var mine = victims.invited();
    var theirs = victims.invited();
    var visit = mine.follow(mine.link());
    visit.sentCode();
    assertThat(visit.type(theirs.follow(theirs.link()).sentCode())).isEqualTo(Tried.WRONG);
  }

  @Test
  void codesWaitForTheMorning() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    clock.advance(Duration.ofHours(11));
    assertThat(visit.askForCode()).get().isInstanceOf(Sent.QuietHours.class);
  }

  @Test
  void theForcesCodeProvesAStrictInvitation() {
    var victim = victims.strictlyInvited();
    var code = victim.handedOverCode();
    var visit = victim.follow(victim.link());
    assertThat(visit.opened().strict()).isTrue();
    assertThat(visit.askForCode()).isEmpty();
    assertThat(visit.type(code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
        .isEqualTo(Tried.RIGHT);
    assertThat(visit.proved().contacts()).containsExactly(victim.contact(Channel.EMAIL));
    assertThat(ForceCode.matches(code, Objects.requireNonNull(visit.proved().forceCode())))
        .isTrue();
  }

  @Test
  void withoutAHandedOverCodeNothingProves() {
    var victim = victims.strictlyInvited();
    var visit = victim.follow(victim.link());
    assertThat(visit.type(ForceCode.fresh().spoken())).isEqualTo(Tried.DEAD);
  }

  @Test
  void theForceIsToldWhenItsCodeIsSpentAndHandsOverAnother(Scenario scenario) {
    var victim = victims.strictlyInvited();
    var code = victim.handedOverCode();
    var visit = victim.follow(victim.link());
    for (var tries = 0; tries < 4; tries++) {
      assertThat(visit.type(ForceCode.fresh().spoken())).isEqualTo(Tried.WRONG);
    }
    var heard =
        victim.heard(
            scenario,
            () -> visit.type(ForceCode.fresh().spoken()),
            HandOverCodeSpent.class,
            HandOverCodeSpent::personId);
    assertThat(heard.invitation()).isEqualTo(visit.opened().id());
    assertThat(victim.latest().code().spentAt()).isNotNull();
    assertThat(visit.type(code)).isEqualTo(Tried.DEAD);
    assertThat(visit.page()).isPresent();
    assertThat(visit.type(victim.handedOverCode())).isEqualTo(Tried.RIGHT);
    assertThat(victim.latest().code().spentAt()).isNull();
  }

  @Test
  void aFreshCodeKillsTheOneBefore() {
    var victim = victims.strictlyInvited();
    var old = victim.handedOverCode();
    var visit = victim.follow(victim.link());
    assertThat(visit.type(old)).isEqualTo(Tried.RIGHT);
    var fresh = victim.handedOverCode();
    assertThatThrownBy(visit::proved).isInstanceOf(IllegalStateException.class);
    assertThat(visit.type(old)).isEqualTo(Tried.WRONG);
    assertThat(visit.type(fresh)).isEqualTo(Tried.RIGHT);
  }

  @Test
  void nobodyLivesOnWhatSomebodyElseHasProved() {
    var victim = victims.of(Victims.STRICT).tell();
    var link = victim.link();
    var stranger = victim.follow(link);
    assertThat(stranger.type(stranger.sentCode())).isEqualTo(Tried.RIGHT);
    victim.inDanger().tell();
    var meant = victim.follow(link);
    var account = meant.proveWithHandedOverCode();
    assertThatThrownBy(stranger::proved).isInstanceOf(IllegalStateException.class);
    assertThat(stranger.enter(account)).isFalse();
    assertThat(meant.enter(account)).isTrue();
  }

  @Test
  void triesAtOnceAreNoMoreThanTriesInARow() throws Exception {
    var victim = victims.strictlyInvited();
    victim.handedOverCode();
    var visit = victim.follow(victim.link());
    var answers = atOnce(12, () -> visit.type(ForceCode.fresh().spoken()));
    assertThat(answers).doesNotContain(Tried.RIGHT);
    assertThat(answers.stream().filter(Tried.WRONG::equals)).hasSizeLessThanOrEqualTo(5);
    assertThat(victim.latest().code().live()).isFalse();
  }

  @Test
  void oneSentCodeIsRightOnce() throws Exception {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var code = visit.sentCode();
    assertThat(atOnce(20, () -> visit.type(code))).containsOnlyOnce(Tried.RIGHT);
  }

  @Test
  void aProofLastsAnHour() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var account = visit.proveWithSentCode();
    clock.advance(Duration.ofMinutes(61));
    assertThatThrownBy(visit::proved).isInstanceOf(IllegalStateException.class);
    assertThat(visit.enter(account)).isFalse();
  }

  static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = IntStream.range(0, times).mapToObj(i -> threads.submit(work)).toList();
      var answers = new java.util.ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  private static String other(String code) {
    return code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
  }
}
