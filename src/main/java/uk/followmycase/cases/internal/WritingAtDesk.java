package uk.followmycase.cases.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Answer.Effect;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.cases.internal.Fold.Outcome.Stands;
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
              var told = new AddedUpdate(deskFiles.of(ties).reference(), update(note, note.kind()));
              return traced(
                  who, ties, AuditAction.UPDATE_POSTED, note.kind(), write(List.of(told)));
            })
        .orElse(Done.NOT_THERE);
  }

  @Override
  public Done correct(StaffMember who, Handle file, Handle line, Note note) {
    return rights
        .find(who, file, Act.CORRECT_UPDATE)
        .map(ties -> correct(who, ties, line, note))
        .orElse(Done.NOT_THERE);
  }

  private Done correct(StaffMember who, Ties ties, Handle line, Note note) {
    var found = deskFiles.of(ties);
    var live = timeline.live(ties.caseId(), found.key());
    var old = find(live, line);
    if (old.isEmpty()) {
      return live.stream().anyMatch(update -> says(update, note)) ? Done.DONE : Done.NOT_NOW;
    }
    var reference = found.reference();
    var right = corrected(note, old.get());
    var effect =
        write(
            List.of(
                new WithdrawnUpdate(reference, old.get().id()), new AddedUpdate(reference, right)));
    return traced(who, ties, AuditAction.UPDATE_CORRECTED, old.get().kind(), effect);
  }

  @Override
  public Done withdraw(StaffMember who, Handle file, Handle line) {
    return rights
        .find(who, file, Act.WITHDRAW_UPDATE)
        .map(ties -> withdraw(who, ties, line))
        .orElse(Done.NOT_THERE);
  }

  private Done withdraw(StaffMember who, Ties ties, Handle line) {
    var found = deskFiles.of(ties);
    var old = find(timeline.live(ties.caseId(), found.key()), line);
    if (old.isEmpty()) {
      return Done.NOT_NOW;
    }
    var effect = write(List.of(new WithdrawnUpdate(found.reference(), old.get().id())));
    return traced(who, ties, AuditAction.UPDATE_WITHDRAWN, old.get().kind(), effect);
  }

  private Optional<Update> find(List<Update> live, Handle line) {
    return live.stream().filter(update -> handle(update).equals(line)).findFirst();
  }

  /** Whether an update is what this form told. */
  private static boolean says(Update update, Note note) {
    return update.id().equals(id(note))
        && Objects.equals(update.text(), note.text())
        && Objects.equals(update.reason(), note.reason());
  }

  /** What was done is traced, and nothing else. */
  private Done traced(
      StaffMember who, Ties ties, AuditAction action, UpdateKind kind, Written written) {
    if (written == Written.NOW) {
      trail.did(who, action, ties.caseId(), null, Codes.of(kind));
    }
    return written == Written.NOT ? Done.NOT_NOW : Done.DONE;
  }

  /** A correction of reasons gives reasons: those of then, for the outcome that stood then. */
  private Update corrected(Note note, Update old) {
    return old.kind() == UpdateKind.OUTCOME
        ? update(note, UpdateKind.OUTCOME, old.at())
        : update(note, UpdateKind.CORRECTION);
  }

  /** Whether what was to be told is told. */
  private enum Written {
    NOW,
    BEFORE,
    /** Somebody was quicker, or said something else by the same form. */
    NOT
  }

  /** The case is held before it is judged whether all this still can be told. */
  private Written write(List<Report> reports) {
    var opened = opening.open(Told.byCase(reports, keys));
    var effects =
        opened.stream()
            .flatMap(open -> open.folded().outcomes().stream())
            .map(outcome -> outcome instanceof Stands(var effect) ? effect : Effect.SUPERSEDED)
            .collect(Collectors.toSet());
    if (effects.equals(Set.of(Effect.UNCHANGED))) {
      return Written.BEFORE;
    }
    if (!effects.equals(Set.of(Effect.ACCEPTED))) {
      return Written.NOT;
    }
    var changed = writing.write(opened);
    cases.writePages(changed);
    closed.follow(changed);
    news.tellAtOnce(changed);
    return Written.NOW;
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
    return update(note, kind, clock.instant());
  }

  private Update update(Note note, UpdateKind kind, Instant at) {
    var said = kind + "\n" + note.text() + "\n" + note.reason();
    return new Update(
        id(note),
        at,
        kind,
        note.text(),
        note.reason(),
        keys.blind("update at the desk", said.toLowerCase(Locale.ROOT)));
  }

  private static String id(Note note) {
    return "desk-" + note.once();
  }

  private Handle handle(Update update) {
    var digest = ByteBuffer.wrap(keys.blind("update in an address", update.id()));
    return new Handle(new UUID(digest.getLong(), digest.getLong()));
  }
}
