package uk.followmycase.audit.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Lets a part of the trail out when two people want it out. */
@Component
class AskedExports implements TrailExports {

  private static final int AT_ONCE = 500;
  private static final int PAGE = 50;

  private final ExportRows exports;
  private final TrailRows rows;
  private final AuditTrail trail;
  private final ForceKeys keys;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AskedExports(
      ExportRows exports,
      TrailRows rows,
      AuditTrail trail,
      ForceKeys keys,
      TransactionTemplate transactions,
      Clock clock) {
    this.exports = exports;
    this.rows = rows;
    this.trail = trail;
    this.keys = keys;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Handle ask(Requester by, TrailQuestion question, String reason) {
    return exports.waiting(by, question).stream()
        .filter(export -> export.reason().equals(reason))
        .map(Export::handle)
        .findFirst()
        .orElseGet(() -> asked(by, question, reason));
  }

  private Handle asked(Requester by, TrailQuestion question, String reason) {
    trail.record(ReadTrail.entry(by.actor(), AuditAction.TRAIL_EXPORT_ASKED, question));
    return exports.insert(by, question, reason);
  }

  @Override
  @Transactional
  public Page page(
      Actor reader, Function<Collection<About>, Predicate<About>> shown, @Nullable String after) {
    var found = exports.from(ExportMark.opened(after, keys), PAGE + 1);
    var here = found.stream().limit(PAGE).toList();
    var known = shown.apply(here.stream().map(one -> one.question().about()).distinct().toList());
    var listed = here.stream().filter(one -> known.test(one.question().about())).toList();
    var subjects =
        listed.stream()
            .map(
                export ->
                    ReadTrail.entry(reader, AuditAction.TRAIL_EXPORTS_LISTED, export.question()))
            .flatMap(entry -> entry.subjects().stream())
            .distinct()
            .toList();
    trail.record(new AuditEntry(reader, AuditAction.TRAIL_EXPORTS_LISTED, subjects, null, null));
    return new Page(
        listed,
        found.size() > PAGE
            ? Optional.of(ExportMark.of(here.getLast()).sealed(keys))
            : Optional.empty());
  }

  @Override
  @Transactional
  public Optional<About> about(Handle export) {
    return exports.hold(export).map(held -> held.question().about());
  }

  @Override
  @Transactional
  public Decided decide(Requester by, Handle handle, boolean approve) {
    var held = exports.hold(handle);
    if (held.isEmpty()) {
      return Decided.NOT_THERE;
    }
    if (held.get().approved() != null) {
      return Decided.BEFORE;
    }
    if (by.colleague().isAlso(held.get().by().colleague())) {
      return Decided.OWN;
    }
    exports.decide(handle, by, approve);
    trail.record(decision(by, held.get(), approve));
    return Decided.DONE;
  }

  private static AuditEntry decision(Requester by, Export export, boolean approve) {
    var asked = ReadTrail.entry(by.actor(), AuditAction.TRAIL_EXPORT_DECIDED, export.question());
    return new AuditEntry(
        asked.actor(),
        asked.action(),
        asked.subjects(),
        null,
        (approve ? "approved " : "refused ") + export.by().actor().id());
  }

  @Override
  @Transactional
  public Optional<Export> fetch(Requester by, Handle handle) {
    var mine =
        exports
            .hold(handle)
            .filter(export -> export.by().actor().equals(by.actor()))
            .filter(export -> export.fetchable(clock.instant()));
    mine.ifPresent(export -> trail.record(taken(by, export)));
    return mine;
  }

  private static AuditEntry taken(Requester by, Export export) {
    var asked = ReadTrail.entry(by.actor(), AuditAction.TRAIL_READ, export.question());
    return new AuditEntry(
        asked.actor(),
        AuditAction.TRAIL_EXPORTED,
        asked.subjects(),
        UUID.fromString(by.actor().id()),
        asked.detail());
  }

  @Override
  public void lines(Export export, Consumer<List<TrailLine>> sink) {
    var mark = TrailMark.end(export.question().to());
    List<TrailRows.Row> found;
    do {
      found = some(export.question(), mark);
      if (!found.isEmpty()) {
        sink.accept(found.stream().map(TrailRows.Row::line).toList());
        mark = TrailMark.of(found.getLast());
      }
    } while (found.size() == AT_ONCE);
  }

  private List<TrailRows.Row> some(TrailQuestion question, TrailMark mark) {
    var found = transactions.execute(status -> rows.before(question, mark, AT_ONCE));
    return found == null ? List.of() : found;
  }
}
