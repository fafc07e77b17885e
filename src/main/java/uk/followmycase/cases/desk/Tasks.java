package uk.followmycase.cases.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.PersonId;

/**
 * What waits for a person of the bound force. A task opens in the transaction of its cause and
 * closes in the one that takes the cause away. Of a kind, one is open for a person at a time.
 */
public interface Tasks {

  /** Opens what is not open yet, in one statement. */
  void open(Collection<Need> needs);

  /** Opens one. */
  default void open(Need need) {
    open(List.of(need));
  }

  /**
   * Closes what nobody need answer any more.
   *
   * @param subjects as in {@link Need#subject}
   */
  void close(TaskKind kind, Collection<UUID> subjects);

  /**
   * Something that somebody has to look at.
   *
   * @param subject whom or what it is about; of a kind, one task is open for it at a time
   * @param about what caused it (an invitation, a notice), if that is a row
   * @param since the day from which the time to answer runs; null for today
   */
  record Need(
      TaskKind kind,
      UUID subject,
      CaseId caseId,
      @Nullable PersonId person,
      @Nullable UUID about,
      @Nullable LocalDate since) {

    /** About somebody on a case. */
    public static Need of(TaskKind kind, UUID caseId, UUID person, @Nullable UUID about) {
      return new Need(kind, person, new CaseId(caseId), new PersonId(person), about, null);
    }

    /** About a case as a whole. */
    public static Need ofCase(TaskKind kind, UUID caseId, @Nullable LocalDate since) {
      return new Need(kind, caseId, new CaseId(caseId), null, null, since);
    }
  }
}
