package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.invitations.Invitations.Open;
import uk.followmycase.invitations.Invitations.Tried;

/** A browser's session that has opened a link at its force's host. */
final class Visit {

  private final Victims victims;
  private final Victim victim;
  private final Open opened;
  private volatile Instant provedAt = Instant.EPOCH;

  Visit(Victims victims, Victim victim, Open opened) {
    this.victims = victims;
    this.victim = victim;
    this.opened = opened;
  }

  Open opened() {
    return opened;
  }

  /** What the page would show now. */
  Optional<Open> page() {
    return at(invitations -> invitations.find(opened.id()));
  }

  Optional<OneTimeCodes.Sent> askForCode() {
    return at(invitations -> invitations.sendCode(opened.id(), opened.language()));
  }

  /** A code that was just sent to the contact that did not get the link. */
  String sentCode() {
    assertThat(askForCode()).contains(new OneTimeCodes.Sent.OnItsWay());
    return victim.code(victim.latest().channel().other());
  }

  Tried type(String code) {
    var tried = at(invitations -> invitations.prove(opened.id(), code));
    if (tried == Tried.RIGHT) {
      provedAt = page().map(Open::provedAt).orElse(Instant.EPOCH);
    }
    return tried;
  }

  /** Proves by the code that we sent, and opens an account with it. */
  AccountId proveWithSentCode() {
    assertThat(type(sentCode())).isEqualTo(Tried.RIGHT);
    return account();
  }

  /** Proves by the code that the force handed over, and opens an account with it. */
  AccountId proveWithHandedOverCode() {
    assertThat(type(victim.handedOverCode())).isEqualTo(Tried.RIGHT);
    return account();
  }

  SignIn.Proved proved() {
    return at(invitations -> invitations.proved(opened.id(), provedAt));
  }

  private AccountId account() {
    return victims.signIn.open(proved());
  }

  boolean enter(AccountId account) {
    return at(invitations -> invitations.accept(opened.id(), provedAt, account));
  }

  /** True, whatever became of it. */
  boolean refuse() {
    return at(
        invitations -> {
          invitations.refuse(opened.id());
          return true;
        });
  }

  private <T> T at(Function<Invitations, T> work) {
    return victim.in(() -> work.apply(victims.invitations));
  }
}
