package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.delivery.events.UpdateCameBack;
import uk.followmycase.delivery.internal.ReceiptRows.Heard;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What follows from receipts. A contact that comes back, or whose reader complains, is left alone
 * from then on; whoever can be reached safely by another is asked by it, all others a person has to
 * tell.
 */
@Service
class KeptReceipts implements Receipts {

  private static final Actor PROVIDER = Actor.system("receipts");

  private final ReceiptRows rows;
  private final ContactPoints contacts;
  private final SafeContactPlans plans;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;
  private final DeliveryMeters meters;

  KeptReceipts(
      ReceiptRows rows,
      ContactPoints contacts,
      SafeContactPlans plans,
      AuditTrail trail,
      ApplicationEventPublisher events,
      DeliveryMeters meters) {
    this.rows = rows;
    this.contacts = contacts;
    this.plans = plans;
    this.trail = trail;
    this.events = events;
    this.meters = meters;
  }

  @Override
  @Transactional
  public int heard(Collection<Receipt> receipts) {
    var fresh = receipts.isEmpty() ? List.<Heard>of() : rows.add(receipts);
    if (fresh.isEmpty()) {
      return 0;
    }
    trail.record(fresh.stream().map(KeptReceipts::entry).toList());
    meters.heard(fresh);
    var unreached = new ArrayList<NotReached>();
    for (var heard : fresh) {
      if (heard.recipient() != null) {
        follow(heard, heard.recipient(), unreached);
      }
    }
    if (!unreached.isEmpty()) {
      events.publishEvent(new PeopleNotReached(ForceBinding.current(), unreached));
    }
    return fresh.size();
  }

  private void follow(Heard heard, Recipient person, List<NotReached> unreached) {
    switch (heard.word()) {
      case DELIVERED, TEMPORARY -> {}
      case PERMANENT -> cameBack(heard, person, unreached);
      case COMPLAINT -> {
        contacts.stop(person.personId(), heard.channel());
        changed(person);
        unreached.add(notReached(heard, person, Why.NOT_FOR_THEM));
      }
    }
  }

  private void cameBack(Heard heard, Recipient person, List<NotReached> unreached) {
    if (heard.contact() != null) {
      rows.spoil(person.personId(), heard.contact());
    }
    changed(person);
    if (!anotherWay(person)) {
      unreached.add(notReached(heard, person, Why.CONTACT_WRONG));
    } else if (heard.kind() == Kind.UPDATE) {
      events.publishEvent(new UpdateCameBack(ForceBinding.current(), person));
    }
  }

  private void changed(Recipient person) {
    events.publishEvent(new SafeContactChanged(ForceBinding.current(), List.of(person)));
  }

  private boolean anotherWay(Recipient person) {
    return plans.of(List.of(person.personId())).values().stream()
        .anyMatch(plan -> !plan.channels().isEmpty());
  }

  private static NotReached notReached(Heard heard, Recipient person, Why why) {
    return new NotReached(person.caseId(), person.personId(), heard.kind(), heard.channel(), why);
  }

  private static AuditEntry entry(Heard heard) {
    var recipient = heard.recipient();
    var subjects =
        recipient == null
            ? List.<Subject>of()
            : List.of(new Subject(recipient.caseId(), recipient.personId()));
    var detail = heard.kind() + " " + heard.channel() + " " + heard.word();
    return new AuditEntry(
        PROVIDER, AuditAction.RECEIPT_HEARD, subjects, null, detail.toLowerCase(Locale.ROOT));
  }
}
