package uk.followmycase.cases.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseFiles.Call;
import uk.followmycase.cases.desk.MachineTasks;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.internal.MachineTaskRows.Found;
import uk.followmycase.identity.MachineOfficers;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Lets a force's own system do what its officers may do alone. */
@Service
class MachineTaskDesk implements MachineTasks {

  private final TransactionTemplate transactions;
  private final MachineTaskRows rows;
  private final TaskDesk desk;
  private final MachineOfficers officers;
  private final AnsweredCalls answered;
  private final AuditTrail trail;

  MachineTaskDesk(
      TransactionTemplate transactions,
      MachineTaskRows rows,
      TaskDesk desk,
      MachineOfficers officers,
      AnsweredCalls answered,
      AuditTrail trail) {
    this.transactions = transactions;
    this.rows = rows;
    this.desk = desk;
    this.officers = officers;
    this.answered = answered;
    this.trail = trail;
  }

  @Override
  public Optional<Listed> list(String client, Wanted wanted) {
    return transactions.execute(
        status -> {
          var found = rows.open(wanted, wanted.most() + 1);
          if (found.isEmpty() && !goesOn(wanted.after())) {
            return Optional.empty();
          }
          var page = found.subList(0, Math.min(found.size(), wanted.most()));
          told(client, page);
          return Optional.of(
              new Listed(page.stream().map(Found::open).toList(), found.size() > wanted.most()));
        });
  }

  /** Nothing comes after what never was; after the last one nothing comes, either. */
  private boolean goesOn(@Nullable Handle after) {
    return after == null || rows.find(after).isPresent();
  }

  @Override
  public Optional<Open> show(String client, Handle task) {
    return transactions.execute(
        status -> {
          var found = rows.find(task);
          found.ifPresent(one -> told(client, List.of(one)));
          return found.map(Found::open);
        });
  }

  @Override
  public Did act(Wish wish) {
    return transactions.execute(status -> done(wish));
  }

  @Override
  public Once actOnce(Call call, Wish wish, Function<Open, byte[]> wording) {
    return Again.whenInterfered(() -> transactions.execute(status -> once(call, wish, wording)));
  }

  private Once once(Call call, Wish wish, Function<Open, byte[]> wording) {
    var before = answered.before(call);
    if (before.isPresent()) {
      return said(before.get());
    }
    return switch (done(wish)) {
      case Did.Ok(var now) -> {
        var worded = wording.apply(now);
        answered.keep(call, worded);
        yield new Once.Done(worded);
      }
      case Did why -> new Once.Refused(why);
    };
  }

  private static Once said(CaseFiles.Once before) {
    return switch (before) {
      case CaseFiles.Once.Done(var answer) -> new Once.Done(answer);
      case CaseFiles.Once.InFlight running -> new Once.InFlight();
      case CaseFiles.Once.KeyReused reused -> new Once.KeyReused();
      case CaseFiles.Once.Refused never -> throw new IllegalStateException("Refusals are not kept");
    };
  }

  private Did done(Wish wish) {
    var task = wish.seen().task();
    var before = rows.find(task).map(Found::open).orElse(null);
    if (before == null) {
      return new Did.NotThere();
    }
    if (before.state() == State.PROPOSED || wantsTheDesk(wish.move(), before)) {
      return new Did.AtTheDesk();
    }
    if (wish.move() instanceof Move.Answer(var answer, var note)
        && !answer.answers(before.kind())) {
      return new Did.OtherAnswers(before.answers());
    }
    var officer = officers.acting(wish.client(), wish.collarNumber());
    return officer.isEmpty() ? new Did.NotThere() : done(officer.get(), wish, task, before);
  }

  private Did done(StaffMember officer, Wish wish, Handle task, Open before) {
    return switch (moved(officer, wish, before)) {
      case TaskDesk.Done.Ok(), TaskDesk.Done.StillShut _ -> new Did.Ok(now(task));
      case TaskDesk.Done.Stale(var shown) -> new Did.Changed(now(task));
      case TaskDesk.Done.NotThere(), TaskDesk.Done.NotTheirs() -> new Did.NotThere();
    };
  }

  private TaskDesk.Done moved(StaffMember officer, Wish wish, Open before) {
    return switch (wish.move()) {
      case Move.Take() -> desk.take(officer, wish.seen());
      case Move.Answer(var answer, var note) -> desk.answer(officer, wish.seen(), answer, note);
      case Move.Release(var note) -> desk.passOn(officer, wish.seen(), before.role(), "", note);
    };
  }

  /** Decisions, and what two people do, have no answer that one of them could send. */
  private static boolean wantsTheDesk(Move move, Open task) {
    return move instanceof Move.Answer && task.answers().isEmpty();
  }

  private Open now(Handle task) {
    return rows.find(task).orElseThrow().open();
  }

  private void told(String client, List<Found> found) {
    trail.record(
        new AuditEntry(
            new Actor(Actor.Kind.RECORDS_SYSTEM, client),
            AuditAction.TASKS_DISCLOSED,
            found.stream()
                .map(one -> new Subject(one.caseId(), one.personId()))
                .distinct()
                .toList(),
            UUID.nameUUIDFromBytes(client.getBytes(StandardCharsets.UTF_8)),
            null));
  }
}
