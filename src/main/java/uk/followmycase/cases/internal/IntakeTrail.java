package uk.followmycase.cases.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.cases.internal.Standings.Judged;

/** One entry for each sort of effect of a batch, with everybody it touched. */
@Component
class IntakeTrail {

  private final AuditTrail trail;

  IntakeTrail(AuditTrail trail) {
    this.trail = trail;
  }

  void write(String client, List<OpenCase> cases, List<Judged> judged, List<Move> moves) {
    var actor = new Actor(Actor.Kind.RECORDS_SYSTEM, client);
    var entries = new ArrayList<AuditEntry>();
    about(cases, open -> open.newest() != null && open.head().shell())
        .forInto(entries, actor, AuditAction.CASE_RECEIVED);
    about(cases, open -> open.newest() != null && !open.head().shell())
        .forInto(entries, actor, AuditAction.CASE_CHANGED);
    about(cases, open -> open.newest() == null && !open.folded().added().isEmpty())
        .forInto(entries, actor, AuditAction.UPDATE_RECEIVED);
    about(cases, open -> !open.folded().withdrawn().isEmpty())
        .forInto(entries, actor, AuditAction.UPDATE_WITHDRAWN);
    about(cases, open -> open.folded().changesNothing())
        .forInto(entries, actor, AuditAction.CASE_REPLAYED);
    judged(judged, entries);
    moved(moves, entries);
    trail.record(entries);
  }

  /** What follows when nothing new was told, but somebody decided. */
  void again(List<Judged> judged, List<Move> moves) {
    var entries = new ArrayList<AuditEntry>();
    judged(judged, entries);
    moved(moves, entries);
    if (!entries.isEmpty()) {
      trail.record(entries);
    }
  }

  /** What is held was told to the records system it came from. */
  void disclosed(String client, UUID caseId) {
    trail.record(
        new AuditEntry(
            new Actor(Actor.Kind.RECORDS_SYSTEM, client),
            AuditAction.CASE_RECONCILED,
            List.of(new Subject(caseId, null)),
            UUID.nameUUIDFromBytes(client.getBytes(StandardCharsets.UTF_8)),
            null));
  }

  private static void judged(List<Judged> judged, List<AuditEntry> entries) {
    var byStanding = new TreeMap<String, List<Subject>>();
    judged.stream()
        .filter(Judged::changed)
        .forEach(
            j ->
                byStanding
                    .computeIfAbsent(j.now().standing().name(), standing -> new ArrayList<>())
                    .add(new Subject(j.found().caseId(), j.found().personId())));
    byStanding.forEach(
        (standing, subjects) ->
            entries.add(
                new AuditEntry(
                    Actor.system("eligibility"),
                    AuditAction.PERSON_JUDGED,
                    subjects,
                    null,
                    standing)));
  }

  private static void moved(List<Move> moves, List<AuditEntry> entries) {
    for (var move : moves) {
      entries.add(
          new AuditEntry(
              Actor.system("access"),
              AuditAction.ACCESS_CHANGED,
              List.of(new Subject(move.caseId(), move.personId())),
              null,
              move.to() + " " + move.cause()));
    }
  }

  private static About about(List<OpenCase> cases, Predicate<OpenCase> which) {
    return new About(cases.stream().filter(which).map(OpenCase::id).toList());
  }

  private record About(List<UUID> cases) {

    void forInto(List<AuditEntry> entries, Actor actor, AuditAction action) {
      if (!cases.isEmpty()) {
        var subjects = cases.stream().map(id -> new Subject(id, null)).toList();
        entries.add(new AuditEntry(actor, action, subjects, null, null));
      }
    }
  }
}
