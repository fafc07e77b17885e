package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Tasks as a force's staff work through them. Each call asks the policy and leaves its trace in one
 * transaction; what is absent, another force's or not allowed is answered alike.
 */
public interface TaskDesk {

  /** The first page of what waits for somebody. */
  List<Line> waiting(StaffMember who);

  /**
   * What waits for somebody, the most urgent first.
   *
   * @param page from one; beyond the last it is empty
   */
  Waiting waiting(StaffMember who, int page);

  /** The most urgent few of them. */
  First first(StaffMember who, int most);

  /** One task. */
  Optional<Shown> show(StaffMember who, Handle task);

  /** Sees to it from now on, perhaps in a colleague's place. */
  Done take(StaffMember who, Seen seen);

  /**
   * Leaves it to others who may open its case. A task gives nobody a right.
   *
   * @param collarNumber of one officer who works on the case; empty for all who have the role
   * @param note why; may be empty
   */
  Done passOn(StaffMember who, Seen seen, StaffRole to, String collarNumber, String note);

  /**
   * Says what became of it. Kinds that want a decision have none of these answers; that access
   * stays suspended is said by those who could ask for its opening.
   *
   * @param answer one of the kind's
   * @param note in one's own words; may be empty
   */
  Done answer(StaffMember who, Seen seen, TaskAnswer answer, String note);

  /**
   * A page of tasks.
   *
   * @param number of the page, from one
   * @param total of tasks, on all pages
   * @param free as {@link DeskCounts.Waiting#tasks}
   */
  record Waiting(List<Line> lines, int number, int pages, int total, int free) {}

  /**
   * The most urgent tasks.
   *
   * @param free as {@link DeskCounts.Waiting#tasks}
   */
  record First(List<Line> lines, int free) {}

  /** A task as somebody saw it. */
  record Seen(Handle task, int version) {}

  /**
   * A task in a list.
   *
   * @param reference of its case
   * @param own whether the reader is at it
   */
  record Line(
      Handle handle,
      TaskKind kind,
      String reference,
      Instant openedAt,
      Instant dueAt,
      boolean overdue,
      boolean taken,
      boolean own) {}

  /**
   * A task.
   *
   * @param live whether anything can still become of it
   * @param role whom it waits for
   * @param person in addresses; null when it is about the case as a whole
   * @param answerable whether the reader may see to it, and not only read it
   * @param confirmable whether the reader may confirm what somebody proposed
   * @param proposed whether it waits for a second person
   */
  record Shown(
      Line line,
      int version,
      boolean live,
      StaffRole role,
      Handle caseHandle,
      @Nullable Handle person,
      boolean proposed,
      boolean answerable,
      boolean confirmable,
      List<Remark> remarks) {

    /** The same for somebody who may read it. */
    public Shown toRead() {
      return new Shown(
          line, version, live, role, caseHandle, person, proposed, false, confirmable, remarks);
    }
  }

  /**
   * What a colleague did.
   *
   * @param who as colleagues know them
   * @param did end of the key {@code task.did.}
   */
  record Remark(String who, Instant at, String did, @Nullable String note) {}

  /** What became of an attempt. */
  sealed interface Done {

    /** It is done, now or by the same form before. */
    record Ok() implements Done {}

    /**
     * It is done, and the access stays shut: not only this danger keeps it so.
     *
     * @param danger whether the person whom they represent is in danger still
     */
    record StillShut(boolean danger) implements Done {}

    /** Somebody was faster, or something has changed: as it stands now. */
    record Stale(Shown now) implements Done {}

    /** Whom it was to go to cannot open its case: it stays where it is. */
    record NotTheirs() implements Done {}

    /** There is no such task for this visitor. */
    record NotThere() implements Done {}
  }
}
