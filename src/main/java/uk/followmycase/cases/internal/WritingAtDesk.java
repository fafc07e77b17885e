package uk.followmycase.cases.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Staff write on timelines, by the same way as records systems do. */
@Service
@Transactional
class WritingAtDesk implements TimelineDesk {

  private final Rights rights;
  private final DeskFiles deskFiles;
  private final TimelineRows timeline;
  private final OpeningCases opening;
  private final WritingTimelines writing;
  private final CaseRows cases;
  private final ClosedTasks closed;
  private final UpdateNews news;
  private final DeskTrail trail;
  private final ForceKeys keys;
  private final Clock clock;

  WritingAtDesk(
      Rights rights,
      DeskFiles deskFiles,
      TimelineRows timeline,
      OpeningCases opening,
      WritingTimelines writing,
      CaseRows cases,
      ClosedTasks closed,
      UpdateNews news,
      DeskTrail trail,
      ForceKeys keys,
      Clock clock) {
    this.rights = rights;
    this.deskFiles = deskFiles;
    this.timeline = timeline;
    this.opening = opening;
    this.writing = writing;
    this.cases = cases;
    this.closed = closed;
    this.news = news;
    this.trail = trail;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Optional<Timeline> read(StaffMember who, Handle file) {
    return rights
        .find(who, file, Act.POST_UPDATE)
        .map(
            ties -> {
              var found = deskFiles.of(ties);
              trail.viewed(
                  who, ties.caseId(), Rights.bond(who, ties, Act.POST_UPDATE).orElseThrow());
              return new Timeline(
                  file,
                  found.reference().written(),
                  found.outcome(),
                  Closing.lacksReasons(found.page()),
                  lines(ties.caseId(), found.key()),
                  DeskPolicy.STANDING.acts(who.roles(), ties.bonds()));
            });
  }

  @Override
  public Done post(StaffMember who, Handle file, Note note) {
    return rights
        .find(who, file, Act.POST_UPDATE)
        .map(
            ties -> {
              var reference = deskFiles.of(ties).reference();
              write(List.of(new AddedUpdate(reference, update(note, note.kind()))));
              trail.did(who, AuditAction.UPDATE_POSTED, ties.caseId(), null, Codes.of(note.kind()));
              return Done.DONE;
            })
        .orElse(Done.NOT_THERE);
  }

  @Override
  public Done correct(StaffMember who, Handle file, Handle line, Note note) {
    return change(
        who,
        file,
        line,
        Act.CORRECT_UPDATE,
        AuditAction.UPDATE_CORRECTED,
        (reference, old) ->
            List.of(
                new WithdrawnUpdate(reference, old.id()),
                new AddedUpdate(reference, update(note, corrected(old)))));
  }

  @Override
  public Done withdraw(StaffMember who, Handle file, Handle line) {
    return change(
        who,
        file,
        line,
        Act.WITHDRAW_UPDATE,
        AuditAction.UPDATE_WITHDRAWN,
        (reference, old) -> List.of(new WithdrawnUpdate(reference, old.id())));
  }

  private Done change(
      StaffMember who,
      Handle file,
      Handle line,
      Act act,
      AuditAction action,
      java.util.function.BiFunction<CaseReference, Update, List<Report>> reports) {
    var ties = rights.find(who, file, act);
    if (ties.isEmpty()) {
      return Done.NOT_THERE;
    }
    var found = deskFiles.of(ties.get());
    var caseId = ties.get().caseId();
    var old =
        timeline.live(caseId, found.key()).stream()
            .filter(update -> handle(update).equals(line))
            .findFirst();
    if (old.isEmpty()) {
      return Done.NOT_NOW;
    }
    write(reports.apply(found.reference(), old.get()));
    trail.did(who, action, caseId, null, Codes.of(old.get().kind()));
    return Done.DONE;
  }

  /** A correction of reasons gives reasons. */
  private static UpdateKind corrected(Update old) {
    return old.kind() == UpdateKind.OUTCOME ? UpdateKind.OUTCOME : UpdateKind.CORRECTION;
  }

  private void write(List<Report> reports) {
    var open = writing.write(opening.open(Told.byCase(reports, keys)));
    var changed = open.stream().filter(each -> !each.folded().changesNothing()).toList();
    if (!changed.isEmpty()) {
      cases.writePages(changed);
      closed.follow(changed);
      news.tellAtOnce(changed);
    }
  }

  private List<Line> lines(UUID caseId, DataKey key) {
    return timeline.live(caseId, key).stream()
        .sorted(HeldPeople.BY_TIME.reversed())
        .map(
            update ->
                new Line(
                    handle(update), update.at(), update.kind(), update.text(), update.reason()))
        .toList();
  }

  /** The form's own name is the update's id: sent twice, it is the same update. */
  private Update update(Note note, UpdateKind kind) {
    var id = "desk-" + note.once();
    var said = kind + "\n" + note.text() + "\n" + note.reason();
    return new Update(
        id,
        clock.instant(),
        kind,
        note.text(),
        note.reason(),
        keys.blind("update at the desk", said.toLowerCase(Locale.ROOT)));
  }

  private Handle handle(Update update) {
    var digest = ByteBuffer.wrap(keys.blind("update in an address", update.id()));
    return new Handle(new UUID(digest.getLong(), digest.getLong()));
  }
}
