package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.identity.AccountId;

/** How people stand: what was found, and what was decided. */
final class Standings {

  private Standings() {}

  /**
   * A person with the last verdict and grant.
   *
   * @param unsafe digests of the contacts that may not be used
   * @param words sealed
   */
  record Found(
      UUID personId,
      UUID caseId,
      Digest source,
      Role role,
      boolean gone,
      boolean text,
      boolean email,
      boolean shared,
      boolean enhanced,
      @Nullable String wish,
      byte[] unsafe,
      byte[] words,
      @Nullable Decided last,
      @Nullable Grant grant,
      @Nullable Decision decision,
      @Nullable UUID represents) {}

  /**
   * A grant as it stands.
   *
   * @param cause why it is shut; null where it is not, or has ended
   */
  record Grant(AccountId account, AccessState state, byte[] proved, @Nullable AccessCause cause) {

    /** Whether a person of the force has shut it. */
    boolean byHand() {
      return cause != null && cause.byHand();
    }

    /** Whether another has asked that what a person shut be opened in spite of danger. */
    boolean asked() {
      return cause == AccessCause.BY_HAND_ASKED;
    }
  }

  /** A verdict, or that somebody is off the case. */
  record Decided(Standing standing, List<Verdict.Reason> reasons, int revision) {

    static Decided of(Verdict verdict) {
      return new Decided(standing(verdict), verdict.reasons(), verdict.revision());
    }

    static Decided gone(int revision) {
      return new Decided(Standing.GONE, List.of(), revision);
    }

    private static Standing standing(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Eligible(var reasons, var revision, Verdict.Proof proof) ->
            proof == Verdict.Proof.STRICT ? Standing.ELIGIBLE_STRICT : Standing.ELIGIBLE_STANDARD;
        case Verdict.NotEligible refused -> Standing.NOT_ELIGIBLE;
        case Verdict.NeedsPerson held -> Standing.NEEDS_PERSON;
      };
    }
  }

  /**
   * A verdict for a person who was found.
   *
   * @param clashes with other parties, also those that somebody has cleared
   * @param grounds on which somebody could decide otherwise
   */
  record Judged(Found found, Decided now, boolean danger, Set<Clash> clashes, Grounds grounds) {

    /**
     * Whether danger keeps somebody out who was let in: then no one person decides about them, by
     * whatever way.
     */
    boolean wantsTwo() {
      var grant = found.grant();
      return danger && grant != null && grant.state() != AccessState.ENDED;
    }

    boolean changed() {
      return !now.equals(found.last());
    }

    boolean standingChanged() {
      return found.last() == null || found.last().standing() != now.standing();
    }
  }
}
