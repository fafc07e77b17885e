package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.identity.OneTimeCodes.Sent;
import uk.followmycase.invitations.Invitations.Typed;
import uk.followmycase.support.MovableClock;

/** Invitations of people who may be reached in some ways only. */
@InvitationTest
class SafeContactTests {

  private static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, "o-1");
  private static final String HOME = "192.0.2.9";

  @Autowired Victims victims;
  @Autowired SafeContactPlans plans;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void whoMayGetNoLinkGetsACodeToType() {
    var victim = victims.invited();
    say(victim, noLink());
    var message = victim.message(Kind.INVITATION);
    assertThat(message.parts().getFirst()).doesNotContain("http", "localhost");
    assertThat(opened(victim, typed(message))).isInstanceOf(Typed.Opened.class);
    assertThat(opened(victim, typed(message).toLowerCase(java.util.Locale.ROOT).replace(" ", "-")))
        .isInstanceOf(Typed.Opened.class);
    assertThat(victim.open(typed(message))).isEmpty();
  }

  @Test
  void aCodeOpensTheInvitationItWasMadeForAndItsOwnForcesAlone() {
    var victim = victims.invited();
    say(victim, noLink());
    var code = typed(victim.message(Kind.INVITATION));
    assertThat(opened(victims.strictlyInvited(), code)).isEqualTo(new Typed.NoGood());
    var open = ((Typed.Opened) opened(victim, code)).invitation();
    assertThat(open.id()).isEqualTo(victim.latest().id());
    victim.takenOffTheCase().tell();
    assertThat(opened(victim, code)).isEqualTo(new Typed.NoGood());
  }

  @Test
  void guessingIsCountedAgainstThePlaceItComesFrom() {
    var victim = victims.invited();
    say(victim, noLink());
    var code = typed(victim.message(Kind.INVITATION));
    Typed last = new Typed.NoGood();
    for (var guess = 0; guess < 200; guess++) {
      last = typed(victim, "2222333344446666", "198.51.100.7");
    }
    assertThat(last).isEqualTo(new Typed.NoGood());
    assertThat(typed(victim, code, "198.51.100.8")).isInstanceOf(Typed.Later.class);
    assertThat(opened(victim, code)).isInstanceOf(Typed.Opened.class);
  }

  @Test
  void aChannelThatIsSafeNoLongerIsLeftForTheOtherWithTheForcesCode() {
    var victim = victims.invited();
    var link = victim.link();
    say(victim, only(Channel.TEXT));
    assertThat(victim.open(link)).isEmpty();
    assertThat(victim.latest().channel()).isEqualTo(Channel.TEXT);
    assertThat(victim.latest().proof()).isEqualTo(Proof.STRICT);
    assertThat(victim.channels()).containsExactly(Channel.TEXT);
  }

  @Test
  void whoMayBeReachedInNoWayIsNotAsked() {
    var victim = victims.invited();
    say(victim, new Plan(Set.of(), Set.of(), false, false, Voicemail.NEVER, false, false, null));
    assertThat(victim.latest().state()).isEqualTo(State.CANCELLED);
    assertThat(victim.awaits(Kind.INVITATION)).isFalse();
  }

  @Test
  void aTelephoneThatOthersLookAtProvesNothing() {
    var victim = victims.invited();
    var all = EnumSet.allOf(Channel.class);
    say(victim, new Plan(all, Set.of(), false, false, Voicemail.NEVER, true, false, null));
    assertThat(victim.latest().proof()).isEqualTo(Proof.STRICT);
    assertThat(typed(victim.message(Kind.INVITATION))).hasSize(19);
  }

  @Test
  void noCodeArrivesAtAnHourThatIsNotSafe() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    var hours =
        new SafeTimes(
            ZoneId.of("UTC"),
            List.of(
                new SafeTimes.Window(
                    DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.of(17, 0), LocalTime.of(18, 0))));
    var all = EnumSet.allOf(Channel.class);
    say(victim, new Plan(all, Set.of(hours), false, false, Voicemail.NEVER, false, false, null));
    assertThat(visit.askForCode()).get().isInstanceOf(Sent.QuietHours.class);
  }

  private void say(Victim victim, Plan plan) {
    victims.inTransaction(
        victim.force(),
        () -> {
          var file = victim.latest().standing().caseId();
          var person = new Recipient(file, victim.id().value());
          var key = victims.keys.newDataKey(file);
          plans.say(new Saying(person, key, Source.OFFICER, plan, null, OFFICER));
          return plan;
        });
  }

  private Typed opened(Victim victim, String code) {
    return typed(victim, code, HOME);
  }

  private Typed typed(Victim victim, String code, String address) {
    return victim.in(() -> victims.invitations.openTyped(code, address));
  }

  /** The code in a message. */
  private static String typed(Message message) {
    var found =
        java.util.regex.Pattern.compile("(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}")
            .matcher(message.parts().getFirst());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private static Plan noLink() {
    var all = EnumSet.allOf(Channel.class);
    return new Plan(all, Set.of(), false, true, Voicemail.NOT_ASKED, false, false, null);
  }

  private static Plan only(Channel channel) {
    return new Plan(
        Set.of(channel), Set.of(), false, false, Voicemail.NOT_ASKED, false, false, null);
  }
}
