package uk.followmycase.cases.internal;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.CasePages.Onlooker;
import uk.followmycase.cases.Onlookers;
import uk.followmycase.cases.internal.RepresentativeRows.Named;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/** Lets people end what others see for them. Representatives end nobody. */
@Service
@Transactional
class OwnOnlookers implements Onlookers {

  private final OpenPages pages;
  private final RepresentativeRows rows;
  private final EndingRepresentatives ending;
  private final AuditTrail trail;

  OwnOnlookers(
      OpenPages pages, RepresentativeRows rows, EndingRepresentatives ending, AuditTrail trail) {
    this.pages = pages;
    this.rows = rows;
    this.ending = ending;
    this.trail = trail;
  }

  @Override
  public Optional<Onlooker> find(AccountId account, Handle file, Handle onlooker) {
    return own(account, file)
        .flatMap(
            row -> {
              var subject = new Subject(row.caseId(), row.personId());
              trail.record(
                  AuditEntry.of(OpenPages.actor(account), AuditAction.CASE_VIEWED, subject));
              return rows.onlookers(row.personId()).stream()
                  .filter(one -> one.handle().equals(onlooker))
                  .findFirst();
            });
  }

  @Override
  public boolean end(AccountId account, Handle file, Handle onlooker) {
    return own(account, file)
        .flatMap(row -> rows.named(row.caseId(), onlooker).filter(one -> standsFor(one, row)))
        .filter(one -> ending.end(OpenPages.actor(account), one.caseId(), one.id()))
        .isPresent();
  }

  private Optional<PageRows.Row> own(AccountId account, Handle file) {
    return pages.find(account, file).filter(row -> row.sees() == null);
  }

  private static boolean standsFor(Named one, PageRows.Row row) {
    return row.personId().equals(one.represents());
  }
}
