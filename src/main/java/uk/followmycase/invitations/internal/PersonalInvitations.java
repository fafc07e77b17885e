package uk.followmycase.invitations.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.followmycase.delivery.Refusals;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.Guesses;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;

/** What somebody who holds a link can do, step by step. */
@Service
class PersonalInvitations implements Invitations {

  private final Opening opening;
  private final Proving proving;
  private final StrictProving strictProving;
  private final Entering entering;
  private final Refusing refusing;
  private final DoorKeys keys;
  private final Guesses guesses;
  private final Refusals refusals;

  PersonalInvitations(
      Opening opening,
      Proving proving,
      StrictProving strictProving,
      Entering entering,
      Refusing refusing,
      DoorKeys keys,
      Guesses guesses,
      Refusals refusals) {
    this.opening = opening;
    this.proving = proving;
    this.strictProving = strictProving;
    this.entering = entering;
    this.refusing = refusing;
    this.keys = keys;
    this.guesses = guesses;
    this.refusals = refusals;
  }

  @Override
  public Optional<Open> open(String token) {
    return opening.open(keys.link(token));
  }

  @Override
  public Typed openTyped(String typed, String address) {
    return guesses
        .count("typed invitation", address)
        .<Typed>map(Typed.Later::new)
        .orElseGet(() -> refusals.known(typed) ? new Typed.OfNews() : opened(typed));
  }

  private Typed opened(String typed) {
    return opening
        .open(keys.typed(typed))
        .<Typed>map(Typed.Opened::new)
        .orElseGet(Typed.NoGood::new);
  }

  @Override
  public Typed refuseTyped(String typed, String address) {
    var said = openTyped(typed, address);
    if (said instanceof Typed.OfNews) {
      refusals.refuse(typed);
    }
    return said;
  }

  @Override
  public Optional<Open> find(UUID invitation) {
    return opening.find(invitation);
  }

  @Override
  public Optional<OneTimeCodes.Sent> sendCode(UUID invitation, String language) {
    return proving.sendCode(invitation, language);
  }

  @Override
  public Tried prove(UUID invitation, String code) {
    var strict = opening.find(invitation).filter(Open::strict).isPresent();
    return strict ? strictProving.prove(invitation, code) : proving.prove(invitation, code);
  }

  @Override
  public SignIn.Proved proved(UUID invitation, Instant at) {
    return entering.proved(invitation, at);
  }

  @Override
  public boolean accept(UUID invitation, Instant at, AccountId account) {
    return entering.accept(invitation, at, account);
  }

  @Override
  public void refuse(UUID invitation) {
    refusing.refuse(invitation);
  }
}
