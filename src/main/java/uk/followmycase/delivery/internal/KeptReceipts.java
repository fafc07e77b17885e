package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.delivery.internal.ReceiptRows.Heard;

/** Writes receipts down, and has what must follow from them done. */
@Service
class KeptReceipts implements Receipts {

  private static final Actor PROVIDER = Actor.system("receipts");

  private final ReceiptRows rows;
  private final WrongContacts wrong;
  private final AuditTrail trail;
  private final DeliveryMeters meters;

  KeptReceipts(ReceiptRows rows, WrongContacts wrong, AuditTrail trail, DeliveryMeters meters) {
    this.rows = rows;
    this.wrong = wrong;
    this.trail = trail;
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
    fresh.forEach(this::follow);
    return fresh.size();
  }

  private void follow(Heard heard) {
    var person = heard.recipient();
    if (person == null) {
      return;
    }
    var what =
        new Returned(
            heard.kind(),
            heard.about(),
            heard.channel(),
            person,
            heard.contact(),
            heard.deadline());
    switch (heard.word()) {
      case DELIVERED, TEMPORARY -> {}
      case UNDELIVERED -> {
        if (heard.ended()) {
          wrong.undelivered(what, heard.again());
        }
      }
      case PERMANENT -> wrong.cameBack(what);
      case COMPLAINT -> wrong.complained(what);
    }
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
