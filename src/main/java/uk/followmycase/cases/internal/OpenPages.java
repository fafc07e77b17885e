package uk.followmycase.cases.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/** The page that somebody may see; asking for one that they may not leaves a trace. */
@Component
class OpenPages {

  private final PageRows rows;
  private final AuditTrail trail;

  OpenPages(PageRows rows, AuditTrail trail) {
    this.rows = rows;
    this.trail = trail;
  }

  /** Empty for a case that is shut to them, another's, or not there. */
  Optional<PageRows.Row> find(AccountId account, Handle handle) {
    var found = rows.show(account, handle);
    if (found.isEmpty()) {
      var subjects = rows.named(handle).map(caseId -> new Subject(caseId, null)).stream().toList();
      trail.record(new AuditEntry(actor(account), AuditAction.CASE_REFUSED, subjects, null, null));
    }
    return found;
  }

  static Actor actor(AccountId account) {
    return new Actor(Actor.Kind.PERSON, account.value().toString());
  }
}
