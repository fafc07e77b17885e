package uk.followmycase.cases.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.CaseTrail;
import uk.followmycase.cases.desk.CaseSight.Event;

/** What happened to people's access to a case, from the trail. */
@Component
class CaseHistory {

  private static final int MOST = 50;

  private static final Set<AuditAction> OF_ACCESS =
      EnumSet.of(
          AuditAction.ACCESS_OPENED,
          AuditAction.ACCESS_CHANGED,
          AuditAction.INVITATION_MADE,
          AuditAction.INVITATION_CANCELLED,
          AuditAction.INVITATION_EXPIRED,
          AuditAction.INVITATION_OPENED,
          AuditAction.INVITATION_PROVED,
          AuditAction.INVITATION_REFUSED,
          AuditAction.INVITATION_ACCEPTED,
          AuditAction.HAND_OVER_CODE_MADE,
          AuditAction.HAND_OVER_CODE_SPENT);

  private final CaseTrail trail;

  CaseHistory(CaseTrail trail) {
    this.trail = trail;
  }

  List<Event> of(UUID caseId, List<DeskPeople.Person> people) {
    var names = new HashMap<UUID, @Nullable String>();
    people.forEach(person -> names.put(person.id(), person.words().name()));
    return trail.about(caseId, OF_ACCESS, MOST).stream()
        .map(noted -> new Event(noted.at(), noted.action(), names.get(noted.person())))
        .toList();
  }
}
