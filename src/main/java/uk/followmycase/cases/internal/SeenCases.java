package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;

/** Shows cases, and keeps that they were shown. */
@Service
@Transactional
class SeenCases implements CasePages {

  private final PageRows rows;
  private final OpenPages open;
  private final AuditTrail trail;
  private final ShownPages pages;
  private final RepresentativeRows representatives;

  SeenCases(
      PageRows rows,
      OpenPages open,
      AuditTrail trail,
      ShownPages pages,
      RepresentativeRows representatives) {
    this.rows = rows;
    this.open = open;
    this.trail = trail;
    this.pages = pages;
    this.representatives = representatives;
  }

  @Override
  public List<Line> list(AccountId account) {
    var seen = rows.list(account);
    seen(account, AuditAction.CASES_LISTED, seen);
    return seen.stream().map(SeenCases::line).toList();
  }

  @Override
  public Optional<Page> show(AccountId account, Handle handle) {
    var seen = open.find(account, handle);
    seen.ifPresent(row -> seen(account, AuditAction.CASE_VIEWED, List.of(row)));
    return seen.map(this::page);
  }

  private void seen(AccountId account, AuditAction action, List<PageRows.Row> seen) {
    var subjects = seen.stream().map(row -> new Subject(row.caseId(), row.personId())).toList();
    trail.record(new AuditEntry(OpenPages.actor(account), action, subjects, null, null));
  }

  private static Line line(PageRows.Row row) {
    var front = row.front();
    return new Line(
        row.handle(),
        front.reference(),
        Closing.shown(row.words(), front.stage()),
        front.offence(),
        row.toldAt(),
        row.state() == AccessState.SUSPENDED);
  }

  private Page page(PageRows.Row row) {
    var whole =
        pages.page(
            row.handle(),
            row.words(),
            row.toldAt(),
            row.heard(),
            row.state() == AccessState.READ_ONLY);
    var page = row.sees() == Sees.PROGRESS ? whole.progress() : whole;
    return row.seen() ? page.seenBy(representatives.onlookers(row.personId())) : page;
  }
}
