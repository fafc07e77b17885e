package uk.followmycase.identity;

import java.security.SecureRandom;
import java.util.List;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SignIn.Proved;

/** Proof of somebody new each time, by contacts that can belong to nobody. */
public final class SomeProof {

  /** The code that every strict proof here was shown. */
  public static final ForceCode FORCE_CODE = ForceCode.fresh();

  /** The demo's outbox outlives a run of the tests, so nobody here is met twice. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private SomeProof() {}

  /** Two contacts. */
  public static Proved standard() {
    return new Proved(List.of(phone(), email()), null);
  }

  /** One contact and the force's code. */
  public static Proved strict() {
    return new Proved(List.of(email()), FORCE_CODE.encoded());
  }

  /** Drawn from all that 071 can hold: nothing leaves the machine here. */
  public static Contact phone() {
    return new Contact(Channel.TEXT, "+4471%08d".formatted(RANDOM.nextInt(100_000_000)));
  }

  /** An address of a domain that is kept for examples. */
  public static Contact email() {
    return new Contact(
        Channel.EMAIL, "somebody%d@example.com".formatted(RANDOM.nextLong(Long.MAX_VALUE)));
  }
}
