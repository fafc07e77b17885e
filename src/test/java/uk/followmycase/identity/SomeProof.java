package uk.followmycase.identity;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SignIn.Proved;

/** Proof of somebody new each time, by contacts that can belong to nobody. */
public final class SomeProof {

  /** The code that every strict proof here was shown. */
  public static final ForceCode FORCE_CODE = ForceCode.fresh();

  private static final AtomicInteger COUNT = new AtomicInteger();

  private SomeProof() {}

  /** Two contacts. */
  public static Proved standard() {
    return new Proved(List.of(phone(), email()), null);
  }

  /** One contact and the force's code. */
  public static Proved strict() {
    return new Proved(List.of(email()), FORCE_CODE.encoded());
  }

  /** A number out of the range that Ofcom keeps for fiction. */
  public static Contact phone() {
    return new Contact(Channel.TEXT, "+447700900%03d".formatted(COUNT.incrementAndGet()));
  }

  /** An address of a domain that is kept for examples. */
  public static Contact email() {
    return new Contact(Channel.EMAIL, "somebody%d@example.com".formatted(COUNT.incrementAndGet()));
  }
}
