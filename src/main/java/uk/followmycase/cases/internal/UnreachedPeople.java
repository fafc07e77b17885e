package uk.followmycase.cases.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;

/** Whom no notice reaches has to be told by a person. */
@Component
class UnreachedPeople {

  private final Tasks tasks;

  UnreachedPeople(Tasks tasks) {
    this.tasks = tasks;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PeopleNotReached event) {
    tasks.open(
        event.people().stream()
            .map(it -> Need.of(kind(it.why()), it.caseId(), it.personId(), null))
            .distinct()
            .toList());
  }

  private static TaskKind kind(Why why) {
    return switch (why) {
      case CONTACT_WRONG, NOT_FOR_THEM -> TaskKind.CONTACT_WRONG;
      case NO_SAFE_WAY, FAILED, TOO_LATE -> TaskKind.VICTIM_NOT_TOLD;
    };
  }
}
