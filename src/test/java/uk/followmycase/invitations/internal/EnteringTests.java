package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import uk.followmycase.delivery.Channel;
import uk.followmycase.identity.AccountId;
import uk.followmycase.invitations.InvitationDesk.HandOver;
import uk.followmycase.invitations.events.InvitationAccepted;
import uk.followmycase.invitations.events.InvitationRefused;
import uk.followmycase.support.MovableClock;

/** From proof to access, or not. */
@InvitationTest
class EnteringTests {

  @Autowired Victims victims;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void whoHasProvedComesInOnce(Scenario scenario) {
    var victim = victims.invited();
    var link = victim.link();
    var visit = victim.follow(link);
    var account = visit.proveWithSentCode();
    var heard =
        victim.heard(
            scenario,
            () -> visit.enter(account),
            InvitationAccepted.class,
            InvitationAccepted::personId);
    assertThat(heard.invitation()).isEqualTo(visit.opened().id());
    assertThat(holder(victim)).contains(account);
    assertThat(victim.latest().link().digest()).isNull();
    assertThat(victim.open(link)).isEmpty();
    assertThat(visit.enter(account)).isFalse();
  }

  @Test
  void comingInAtOnceHappensOnce() throws Exception {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var account = visit.proveWithSentCode();
    assertThat(ProvingTests.atOnce(8, () -> visit.enter(account))).containsOnlyOnce(true);
    assertThat(holder(victim)).contains(account);
  }

  @Test
  void twoPeopleAtOnceAreNotBothLetIn() throws Exception {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    visit.proveWithSentCode();
    var entered =
        ProvingTests.atOnce(8, () -> visit.enter(new AccountId(java.util.UUID.randomUUID())));
    assertThat(entered).containsOnlyOnce(true);
  }

  @Test
  void nobodyComesInUnproved() {
    var somebody = victims.invited();
    var account = somebody.follow(somebody.link()).proveWithSentCode();
    var victim = victims.invited();
    assertThat(victim.follow(victim.link()).enter(account)).isFalse();
    assertThat(holder(victim)).isEmpty();
  }

  @Test
  void whoIsHeldMeanwhileStaysOut() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var account = visit.proveWithSentCode();
    victim.closed().tell();
    assertThat(visit.enter(account)).isFalse();
    assertThat(holder(victim)).isEmpty();
  }

  @Test
  void aStrictCaseIsNeverBehindAWeakAccount() {
    var somebody = victims.invited();
    var weak = somebody.follow(somebody.link()).proveWithSentCode();
    var victim = victims.strictlyInvited();
    var visit = victim.follow(victim.link());
    var strong = visit.proveWithHandedOverCode();
    assertThat(visit.enter(weak)).isFalse();
    assertThat(visit.enter(strong)).isTrue();
  }

  @Test
  void whoIsInGetsAFreshCodeForSigningIn() {
    var victim = victims.strictlyInvited();
    var visit = victim.follow(victim.link());
    assertThat(visit.enter(visit.proveWithHandedOverCode())).isTrue();
    assertThat(victim.askForHandOver())
        .isInstanceOfSatisfying(HandOver.Code.class, code -> assertThat(code.goodUntil()).isNull());
  }

  @Test
  void theForceHandsOverNothingThatItNeedNot() {
    var standard = victims.invited();
    assertThat(standard.askForHandOver()).isEqualTo(new HandOver.NotStrict());
    var visit = standard.follow(standard.link());
    visit.enter(visit.proveWithSentCode());
    assertThat(standard.askForHandOver()).isEqualTo(new HandOver.NotStrict());
    assertThat(victims.strictlyInvited().closed().tell().askForHandOver())
        .isEqualTo(new HandOver.NotInvited());
    var nobody = victims.of(Victims.STRICT);
    assertThat(nobody.askForHandOver()).isEqualTo(new HandOver.NobodyThere());
  }

  @Test
  void notForMeEndsItAndStopsTheChannel(Scenario scenario) {
    var victim = victims.invited();
    var link = victim.link();
    var visit = victim.follow(link);
    victim.heard(scenario, visit::refuse, InvitationRefused.class, InvitationRefused::personId);
    assertThat(victim.latest().state()).isEqualTo(State.REFUSED);
    assertThat(victim.open(link)).isEmpty();
    assertThat(victim.channels()).containsExactly(Channel.TEXT);
    visit.refuse();
  }

  @Test
  void theForceTakesBackAndSendsAnew() {
    var victim = victims.invited();
    var first = victim.link();
    assertThat(victim.in(() -> victims.desk.resend(victim.id(), Victims.RECORDS_SYSTEM))).isTrue();
    var second = victim.link();
    assertThat(victim.open(first)).isEmpty();
    assertThat(victim.open(second)).isPresent();
    assertThat(victim.in(() -> victims.desk.cancel(victim.id(), Victims.RECORDS_SYSTEM))).isTrue();
    assertThat(victim.open(second)).isEmpty();
    assertThat(victim.in(() -> victims.desk.cancel(victim.id(), Victims.RECORDS_SYSTEM))).isFalse();
    assertThat(victim.in(() -> victims.desk.resend(victim.id(), Victims.RECORDS_SYSTEM))).isFalse();
  }

  private Optional<AccountId> holder(Victim victim) {
    return victim.in(() -> victims.grants.holder(victim.id()));
  }
}
