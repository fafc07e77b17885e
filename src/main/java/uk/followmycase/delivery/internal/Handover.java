package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider answered. Faults are short codes of ours, never a provider's own words. */
sealed interface Handover {

  /** Name of the outcome as it is stored. */
  String outcome();

  default @Nullable String fault() {
    return null;
  }

  default @Nullable String reference() {
    return null;
  }

  /** How many parts were taken before this was answered of the next. */
  default int taken() {
    return 0;
  }

  /** The provider took it; from here on it answers for it. */
  record Accepted(@Override String reference) implements Handover {

    @Override
    public String outcome() {
      return "ACCEPTED";
    }
  }

  /**
   * The provider will never take it.
   *
   * @param contact whether that is for the contact's sake, which nothing will ever reach
   */
  record Refused(@Override String fault, boolean contact) implements Handover {

    /** For another reason than the contact. */
    Refused(String fault) {
      this(fault, false);
    }

    @Override
    public String outcome() {
      return "REFUSED";
    }
  }

  /**
   * Certainly not taken; worth another try.
   *
   * @param after what the provider asked to wait at least
   */
  record Postponed(@Override String fault, Duration after, @Override int taken)
      implements Handover {

    static final String THROTTLED = "throttled";
    static final String DOWN = "provider-down";

    /** One mailbox is full, or does not take mail just now; the provider is well. */
    static final String MAILBOX_LATER = "mailbox-later";

    static final String STALE = "stale";
    static final String LEASE_OVER = "lease-over";

    private static final Set<String> NOT_ITS_FAULT =
        Set.of(
            THROTTLED,
            DOWN,
            "paused",
            "credentials",
            "account",
            "unreachable",
            LEASE_OVER,
            STALE,
            "no-provider");

    /** With nothing taken. */
    Postponed(String fault, Duration after) {
      this(fault, after, 0);
    }

    /** Whether it counts as a try: a provider's own trouble parks nobody's notice. */
    boolean counts() {
      return !NOT_ITS_FAULT.contains(fault);
    }

    /** Whether nobody was called, and no provider has anything to do with it. */
    boolean unsaid() {
      return fault.equals(STALE) || fault.equals(LEASE_OVER);
    }

    @Override
    public String outcome() {
      return "POSTPONED";
    }
  }

  /** It may or may not have been taken. */
  record Unknown(@Override String fault, @Override int taken) implements Handover {

    static final String FAILED = "server-error";

    private static final Set<String> OURS = Set.of("stopped", "worker-broke");

    /** With nothing taken for certain. */
    Unknown(String fault) {
      this(fault, 0);
    }

    /** Whether it was our own doing, which says nothing of the next time. */
    boolean ours() {
      return OURS.contains(fault);
    }

    @Override
    public String outcome() {
      return "UNKNOWN";
    }
  }
}
