package uk.followmycase.audit.internal;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.tenancy.events.ForceRevised;

/** Writes down what tenancy, which may depend on nothing, can only announce. */
@Component
class ForceRevisions {

  private final AuditTrail trail;

  ForceRevisions(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void on(ForceRevised event) {
    trail.record(
        new AuditEntry(
            Actor.system("start"),
            AuditAction.FORCE_REVISED,
            List.of(),
            null,
            "revision " + event.revision()));
  }
}
