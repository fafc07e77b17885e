package uk.followmycase.cases;

import java.util.List;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.eligibility.Verdict;

/** What became of a report. */
public sealed interface Answer {

  /**
   * The case stands as told here.
   *
   * @param version that we hold now; 0 while only updates have come
   * @param people everybody on the case, by their ids in the records system
   */
  record Held(Effect effect, long version, List<Judged> people) implements Answer {}

  /**
   * Nothing was stored.
   *
   * @param update position of the update at fault in a whole case; -1 when it is none of them
   */
  record Refused(Conflict conflict, int update) implements Answer {}

  /** What a report did. */
  enum Effect {
    ACCEPTED,
    /** Exactly this was held already. */
    UNCHANGED,
    /** A newer version is held and stays; updates that were new have been added. */
    SUPERSEDED
  }

  /** Why a report cannot stand beside what is held. */
  enum Conflict {
    VERSION_WITH_OTHER_BODY,
    UPDATE_WITH_OTHER_CONTENT
  }

  /** Somebody on the case, and what the rules say of them. */
  record Judged(String id, Standing standing, List<Verdict.Reason> reasons) {}
}
