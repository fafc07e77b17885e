package uk.followmycase.audit.internal;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.tenancy.events.SwitchTurned;

/** Writes down who stopped what, and who let it go on. */
@Component
class TurnedSwitches {

  private final AuditTrail trail;

  TurnedSwitches(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void on(SwitchTurned event) {
    var detail =
        event.what().code()
            + (event.off() ? " off" : " on")
            + switch (event.scope()) {
              case FORCE -> "";
              case FORCE_BY_NATION -> " by-nation";
              case EVERYWHERE -> " everywhere";
            };
    trail.record(
        new AuditEntry(
            new Actor(Actor.Kind.OFFICER, event.by().toString()),
            AuditAction.SWITCH_TURNED,
            List.of(),
            null,
            detail));
  }
}
