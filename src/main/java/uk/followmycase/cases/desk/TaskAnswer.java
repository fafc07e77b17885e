package uk.followmycase.cases.desk;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.CODES_SPENT;
import static uk.followmycase.cases.desk.TaskKind.CONTACT_WRONG;
import static uk.followmycase.cases.desk.TaskKind.LINK_REFUSED;
import static uk.followmycase.cases.desk.TaskKind.VICTIM_NOT_TOLD;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can have become of a task. */
public enum TaskAnswer {
  TOLD_BY_TELEPHONE(VICTIM_NOT_TOLD, CONTACT_WRONG, LINK_REFUSED),
  TOLD_IN_PERSON(VICTIM_NOT_TOLD, CONTACT_WRONG, LINK_REFUSED),
  TOLD_BY_LETTER(VICTIM_NOT_TOLD, CONTACT_WRONG, LINK_REFUSED),
  /** The records system has the right contact now, or soon. */
  CONTACT_CORRECTED(VICTIM_NOT_TOLD, CONTACT_WRONG, LINK_REFUSED),
  /** It was the right person after all, whom somebody may invite again. */
  RIGHT_PERSON(LINK_REFUSED),
  /** Nobody should be told this way. */
  NOT_TO_BE_TOLD(VICTIM_NOT_TOLD, CONTACT_WRONG, LINK_REFUSED, CODES_SPENT),
  /** Nobody opens it but a person. */
  STAYS_SUSPENDED(ACCESS_SUSPENDED);

  private final Set<TaskKind> kinds;

  TaskAnswer(TaskKind... kinds) {
    this.kinds = Set.of(kinds);
  }

  /** Whether it answers tasks of a kind. */
  public boolean answers(TaskKind kind) {
    return kinds.contains(kind);
  }

  /** What one must be allowed to do to the case to answer so. */
  public Act act() {
    return this == STAYS_SUSPENDED ? Act.RESTORE_ACCESS : Act.ANSWER_TASK;
  }

  /** The answers of a kind that somebody who works on the case may give elsewhere, too. */
  public static List<TaskAnswer> anywhere(TaskKind kind) {
    return of(kind).stream().filter(answer -> answer.act() == Act.ANSWER_TASK).toList();
  }

  /** The answers of a kind, in the order in which they are offered. */
  public static List<TaskAnswer> of(TaskKind kind) {
    return Arrays.stream(values()).filter(answer -> answer.answers(kind)).toList();
  }

  /** The name in forms and keys: {@code told-in-person}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The answer with this key, if it is one. */
  public static Optional<TaskAnswer> ofKey(String key) {
    return Arrays.stream(values()).filter(answer -> answer.key().equals(key)).findFirst();
  }
}
