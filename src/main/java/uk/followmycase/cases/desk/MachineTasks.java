package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CaseFiles.Call;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Tasks of the bound force as a system of its own works through them, in the names of the officers
 * who work in that system. An officer may do there what the officer may do at the desk alone and
 * without a fresh sign-in; all else is left to the desk.
 */
public interface MachineTasks {

  /**
   * What is open, by when it is due.
   *
   * @param client the machine client; that it was told is kept
   * @return empty when there never was a task that it is to go on after
   */
  Optional<Listed> list(String client, Wanted wanted);

  /** One task, also an ended one. */
  Optional<Open> show(String client, Handle task);

  /** Does something to a task in an officer's name. */
  Did act(Wish wish);

  /**
   * The same at most once for a key that the system chose; only what has had its effect is kept.
   *
   * @param wording of the answer, kept sealed as it is given
   */
  Once actOnce(Call call, Wish wish, Function<Open, byte[]> wording);

  /**
   * A page of tasks.
   *
   * @param more whether others come after them
   */
  record Listed(List<Open> tasks, boolean more) {}

  /** Where a task stands. */
  enum State {
    OPEN,
    TAKEN,
    /** Its answer waits for a second person. */
    PROPOSED,
    ANSWERED,
    /** Its cause is gone: nobody need answer any more. */
    GONE
  }

  /**
   * Which tasks.
   *
   * @param kinds none for all
   * @param dueBefore null for any time
   * @param taken null for both
   * @param after the last one of the page before; null for the first page
   */
  record Wanted(
      Set<TaskKind> kinds,
      @Nullable Instant dueBefore,
      @Nullable Boolean taken,
      @Nullable Handle after,
      int most) {}

  /**
   * A task.
   *
   * @param reference of its case, as the records system writes it
   * @param person the records system's id of whom it is about; null when it is about the case
   * @param officer collar number of the officer in the case; null when there is none
   * @param role whom it waits for
   * @param collarNumber whom of that role it was left to; null for all
   * @param answers that it can be given here; none where it is decided at the desk
   */
  record Open(
      Handle handle,
      int version,
      TaskKind kind,
      State state,
      String reference,
      @Nullable String person,
      @Nullable String officer,
      StaffRole role,
      @Nullable String collarNumber,
      Instant openedAt,
      Instant dueAt,
      List<TaskAnswer> answers) {

    @Override
    public String toString() {
      return "task " + handle;
    }
  }

  /**
   * What is to be done.
   *
   * @param client the machine client
   * @param collarNumber of the officer in whose name it acts
   */
  record Wish(String client, String collarNumber, Seen seen, Move move) {

    @Override
    public String toString() {
      return "wish about task " + seen.task();
    }
  }

  /** What can be done to a task. */
  sealed interface Move {

    /** The officer sees to it. */
    record Take() implements Move {}

    /** This became of it. */
    record Answer(TaskAnswer answer, String note) implements Move {

      @Override
      public String toString() {
        return answer.key();
      }
    }

    /** It waits for others again. */
    record Release(String note) implements Move {

      @Override
      public String toString() {
        return "release";
      }
    }
  }

  /** What became of a wish. */
  sealed interface Did {

    /** It is done. */
    record Ok(Open now) implements Did {}

    /** Somebody was faster: as it stands now. */
    record Changed(Open now) implements Did {}

    /** There is no such task, or the officer has no part in its case. */
    record NotThere() implements Did {}

    /** It wants more than one officer alone, or words to the victim: the desk has the page. */
    record AtTheDesk() implements Did {}

    /** Tasks of this kind have other answers. */
    record OtherAnswers(List<TaskAnswer> answers) implements Did {}
  }

  /** What became of a wish that may come again. */
  sealed interface Once {

    /** It is done, now or before. */
    record Done(byte[] answer) implements Once {}

    /** It is not done. */
    record Refused(Did why) implements Once {}

    /** The first call still runs. */
    record InFlight() implements Once {}

    /** The key was used for something else. */
    record KeyReused() implements Once {}
  }
}
