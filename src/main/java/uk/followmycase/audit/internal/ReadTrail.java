package uk.followmycase.audit.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.audit.TrailReading;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Shows the trail page by page, and who was shown it. */
@Component
class ReadTrail implements TrailReading {

  private final TrailRows rows;
  private final AuditTrail trail;
  private final ForceKeys keys;

  ReadTrail(TrailRows rows, AuditTrail trail, ForceKeys keys) {
    this.rows = rows;
    this.trail = trail;
    this.keys = keys;
  }

  @Override
  @Transactional
  public Page read(Actor reader, TrailQuestion question, @Nullable String after) {
    var mark =
        Optional.ofNullable(after)
            .flatMap(text -> TrailMark.opened(text, keys))
            .orElse(TrailMark.end(question.to()));
    var found = rows.before(question, mark, PAGE + 1);
    trail.record(entry(reader, AuditAction.TRAIL_READ, question));
    var shown = found.stream().limit(PAGE).toList();
    return new Page(
        shown.stream().map(TrailRows.Row::line).toList(),
        found.size() > PAGE
            ? Optional.of(TrailMark.of(shown.getLast()).sealed(keys))
            : Optional.empty());
  }

  /** An entry about what was asked: a case as its subject, somebody who acted by their id. */
  static AuditEntry entry(Actor by, AuditAction action, TrailQuestion question) {
    return switch (question.about()) {
      case About.Case(var id) ->
          new AuditEntry(by, action, List.of(new AuditEntry.Subject(id, null)), null, "case");
      case About.By(Actor actor) ->
          new AuditEntry(by, action, List.of(), null, actor.kind() + " " + name(actor));
    };
  }

  private static String name(Actor actor) {
    return actor.id().length() <= 80 ? actor.id() : actor.id().substring(0, 80);
  }
}
