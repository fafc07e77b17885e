package uk.followmycase.audit.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.audit.TrailLine;
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
    var shown = found.stream().limit(PAGE).toList();
    var lines = shown.stream().map(TrailRows.Row::line).toList();
    trail.record(read(entry(reader, AuditAction.TRAIL_READ, question), lines));
    return new Page(
        lines,
        found.size() > PAGE
            ? Optional.of(TrailMark.of(shown.getLast()).sealed(keys))
            : Optional.empty());
  }

  /** The same, about every case that the lines name: whoever asks of it finds this reader. */
  private static AuditEntry read(AuditEntry asked, List<TrailLine> lines) {
    var named = lines.stream().flatMap(line -> line.cases().stream());
    var subjects =
        Stream.concat(asked.subjects().stream(), named.map(id -> new AuditEntry.Subject(id, null)))
            .distinct()
            .toList();
    return new AuditEntry(asked.actor(), asked.action(), subjects, null, asked.detail());
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
