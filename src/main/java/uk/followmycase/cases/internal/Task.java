package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Colleague;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.internal.Words.Proposal;
import uk.followmycase.cases.internal.Words.Remark;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/**
 * Something that waits for a person. Each verb answers with the task as it then stands, one version
 * on.
 *
 * @param collarNumber whom of that role it waits for; null for all
 * @param holder who is at it, or who proposed its answer
 * @param proposal that waits for a second person; null for none
 */
record Task(
    Cause cause,
    StaffRole role,
    @Nullable String collarNumber,
    TaskState state,
    int version,
    @Nullable UUID holder,
    Instant changedAt,
    @Nullable String answer,
    List<Remark> remarks,
    @Nullable Proposal proposal) {

  /** What does not change: why it opened, about whom, and when it is due. */
  record Cause(
      UUID id,
      UUID handle,
      TaskKind kind,
      UUID caseId,
      @Nullable UUID personId,
      UUID subject,
      @Nullable UUID about,
      Instant openedAt,
      Instant dueAt) {}

  Task take(StaffMember by, Instant now) {
    return moved(TaskMove.TAKE, by, now, by.id().value(), null, null);
  }

  Task passOn(StaffRole to, @Nullable String collar, StaffMember by, Instant now, String note) {
    var moved = moved(TaskMove.PASS_ON, by, now, null, null, note);
    return new Task(
        cause, to, collar, moved.state, moved.version, null, now, null, moved.remarks, null);
  }

  /**
   * Asks a second person.
   *
   * @param grounds mark of those that stand
   */
  Task propose(StaffMember by, Instant now, String note, String grounds) {
    var moved = moved(TaskMove.PROPOSE, by, now, by.id().value(), null, note);
    return moved.with(new Proposal(by.colleague(), grounds));
  }

  Task decline(StaffMember by, Instant now, String note) {
    return moved(TaskMove.DECLINE, by, now, null, null, note);
  }

  Task answered(String code, StaffMember by, Instant now, @Nullable String note) {
    return moved(TaskMove.ANSWER, by, now, by.id().value(), code, note);
  }

  /** Whether somebody may confirm what somebody proposed: never oneself. */
  boolean confirmableBy(StaffMember by) {
    return state == TaskState.PROPOSED && !proposer().isAlso(by.colleague());
  }

  /** Whether what was proposed was proposed on these grounds, and no others. */
  boolean proposedOn(Grounds grounds) {
    return proposal != null && proposal.grounds().equals(grounds.mark());
  }

  private Colleague proposer() {
    return proposal == null ? new Colleague(String.valueOf(holder), null) : proposal.by();
  }

  UUID id() {
    return cause.id();
  }

  private Task moved(
      TaskMove move,
      StaffMember by,
      Instant now,
      @Nullable UUID holds,
      @Nullable String code,
      @Nullable String note) {
    var next = move.from(state);
    var said = new ArrayList<>(remarks);
    said.add(new Remark(Colleagues.named(by), now, code == null ? Codes.of(move) : code, note));
    return new Task(
        cause, role, collarNumber, next, version + 1, holds, now, code, List.copyOf(said), null);
  }

  private Task with(Proposal made) {
    return new Task(
        cause, role, collarNumber, state, version, holder, changedAt, answer, remarks, made);
  }
}
