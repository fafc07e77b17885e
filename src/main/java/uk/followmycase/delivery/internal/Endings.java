package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.events.NoticesSettled;
import uk.followmycase.delivery.events.NoticesSettled.Ending;
import uk.followmycase.delivery.events.NoticesSettled.Settled;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.tenancy.ForceBinding;

/** Tells of the end of notices: to the trail, to the modules above and to the meters. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Endings {

  private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
  private static final Actor DELIVERY = Actor.system("delivery");

  private final AuditTrail trail;
  private final ApplicationEventPublisher events;
  private final DeliveryMeters meters;

  Endings(AuditTrail trail, ApplicationEventPublisher events, DeliveryMeters meters) {
    this.trail = trail;
    this.events = events;
    this.meters = meters;
  }

  void tell(Collection<Ended> ended) {
    if (ended.isEmpty()) {
      return;
    }
    trail.record(ended.stream().map(Endings::entry).toList());
    events.publishEvent(
        new NoticesSettled(ForceBinding.current(), ended.stream().map(Endings::settled).toList()));
    unreached(ended);
    meters.ended(ended);
    ended.stream().filter(e -> e.state() == DeliveryState.PARKED).forEach(Endings::alarm);
  }

  private void unreached(Collection<Ended> ended) {
    var people = ended.stream().flatMap(it -> it.notReached().stream()).toList();
    if (!people.isEmpty()) {
      events.publishEvent(new PeopleNotReached(ForceBinding.current(), people));
    }
  }

  private static void alarm(Ended parked) {
    LOG.error(
        "Notice {} ({}, {}) of {} failed too often and is parked",
        parked.notice(),
        parked.kind(),
        parked.channel(),
        ForceBinding.current());
  }

  private static AuditEntry entry(Ended ended) {
    var recipient = ended.recipient();
    var subjects =
        recipient == null
            ? List.<Subject>of()
            : List.of(new Subject(recipient.caseId(), recipient.personId()));
    var told = recipient == null ? ended.about() : recipient.personId();
    return new AuditEntry(DELIVERY, action(ended.state()), subjects, told, detail(ended));
  }

  private static AuditAction action(DeliveryState state) {
    return switch (state) {
      case HANDED_OVER -> AuditAction.NOTICE_SENT;
      case TOLD -> AuditAction.NOTICE_TOLD;
      case RECALLED -> AuditAction.NOTICE_RECALLED;
      default -> AuditAction.NOTICE_FAILED;
    };
  }

  private static String detail(Ended ended) {
    var duplicate = ended.possibleDuplicate() ? " possible-duplicate" : "";
    return code(ended.kind()) + ' ' + code(ended.channel()) + ' ' + code(ended.state()) + duplicate;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Settled settled(Ended ended) {
    var ending = Ending.valueOf(ended.state().name());
    return new Settled(ended.notice(), ended.about(), ended.kind(), ending);
  }
}
