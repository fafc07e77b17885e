package uk.followmycase.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/** People who work for the bound force, and their visits to its desk. */
public interface Staff {

  /**
   * Whoever holds this pass, if their visit to the bound force still stands and its provider's
   * groups still give them a role.
   */
  Optional<StaffMember> standing(StaffPass pass);

  /**
   * Lets somebody in whom a provider vouches for: finds or opens the account, begins a visit, and
   * leaves a trace. Groups that the provider's mapping does not name are forgotten at once.
   *
   * @return a refusal when the bound force gives this person no role, or keeps them out; that
   *     leaves a trace, too, and nothing that they still have open there stands
   */
  Admission admit(Vouched who);

  /** Leaves a trace of somebody who was turned away before we could know who it was. */
  void turnedAway(String provider, Refusal why);

  /**
   * Ends a visit on all hosts at once, and leaves a trace.
   *
   * @return what its provider must be told, where it wants to be told
   */
  Optional<Farewell> end(StaffPass pass);

  /** Ends a visit in whose place the same browser has begun another, which left its own trace. */
  void replace(StaffPass pass);

  /** Ends all that somebody has open at the bound force, at once. */
  void endAll(StaffId who);

  /**
   * Ends what a provider says is over: its session where it names one, or else all that its subject
   * has open at the bound force.
   *
   * @return how many visits that were
   */
  int ended(Over over);

  /** The demonstration's own people; none outside of it. */
  List<BuiltIn> builtIn();

  /** Lets one of the demonstration's own people in. */
  Admission admitBuiltIn(String key);

  /** Whether somebody may come in. */
  sealed interface Admission {

    /** They may. */
    record In(StaffPass pass) implements Admission {}

    /** They may not. */
    record Refused(Refusal why) implements Admission {}
  }

  /**
   * Somebody as an identity provider names them.
   *
   * @param provider of the bound force
   * @param subject the provider's own id for them
   * @param groups may be very many
   * @param displayName empty where it says none
   * @param units that they work in, or answer for
   * @param provedAt when it asked them who they are; null where it does not say
   * @param session its own name for its session; null where it has none
   * @param farewell what it must be told at the end; null where it need not be
   */
  record Vouched(
      StaffProvider provider,
      String subject,
      Set<String> groups,
      String displayName,
      @Nullable String collarNumber,
      Set<String> units,
      @Nullable Instant provedAt,
      @Nullable String session,
      @Nullable Farewell farewell) {

    public Vouched {
      collarNumber =
          collarNumber == null || collarNumber.isBlank() ? null : CollarNumber.of(collarNumber);
    }

    /** Somebody of whom only who they are is known. */
    public Vouched(
        StaffProvider provider,
        String subject,
        Set<String> groups,
        String displayName,
        @Nullable String collarNumber,
        Set<String> units) {
      this(provider, subject, groups, displayName, collarNumber, units, null, null, null);
    }

    @Override
    public String toString() {
      return "somebody vouched for by " + provider.name();
    }
  }

  /**
   * What a provider must be told when somebody has signed out.
   *
   * @param address where the browser goes to tell it
   * @param clientId our name there
   * @param idToken that the visit began with; null where it is too long for an address
   */
  record Farewell(URI address, String clientId, @Nullable String idToken) {

    @Override
    public String toString() {
      return "farewell to " + address.getHost();
    }
  }

  /**
   * What a provider says is over.
   *
   * @param subject null where only a session is named
   * @param session null where all of the subject's are meant
   */
  record Over(String issuer, @Nullable String subject, @Nullable String session) {

    @Override
    public String toString() {
      return "something over at " + issuer;
    }
  }

  /** Why somebody could not sign in. */
  enum Refusal {
    /** The answer was not to a question of this browser, came late or came twice. */
    STALE,
    /** The provider did not answer in time. */
    PROVIDER_SILENT,
    /** The provider, or whoever spoke in its name, said what we do not believe. */
    NOT_BELIEVED,
    /** The provider knows the person and let them stop, or would not let them in. */
    DECLINED,
    /** Nothing that the provider says gives the person a role at this force. */
    NO_ROLE,
    /** The provider was to ask anew who it is, and did not. */
    NOT_ASKED,
    /** A colleague keeps the person out. */
    KEPT_OUT
  }

  /** One of the demonstration's own people. */
  record BuiltIn(
      String key, StaffRole role, String displayName, String collarNumber, Set<String> units) {}
}
