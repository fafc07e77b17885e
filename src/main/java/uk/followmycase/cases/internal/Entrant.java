package uk.followmycase.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.identity.AccountId;

/** Somebody who might be let in. */
record Entrant(
    UUID caseId,
    UUID handle,
    boolean gone,
    @Nullable Standing standing,
    byte[] safe,
    @Nullable AccountId holder,
    @Nullable AccessState state) {

  boolean mayEnter(AccountId account) {
    var eligible = standing == Standing.ELIGIBLE_STANDARD || standing == Standing.ELIGIBLE_STRICT;
    var free = holder == null || holder.equals(account) || state == AccessState.ENDED;
    return !gone && eligible && free && state != AccessState.SUSPENDED;
  }

  boolean isIn(AccountId account) {
    return account.equals(holder) && (state == AccessState.OPEN || state == AccessState.READ_ONLY);
  }
}
