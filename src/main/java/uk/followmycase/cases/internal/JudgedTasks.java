package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.cases.internal.Standings.Judged;

/**
 * Tasks that verdicts open, and those that they close. Ordinary verdicts ask the database nothing.
 */
@Component
class JudgedTasks {

  private final Tasks tasks;

  JudgedTasks(Tasks tasks) {
    this.tasks = tasks;
  }

  void follow(List<Judged> judged, List<Move> moves) {
    var news = judged.stream().filter(Judged::standingChanged).toList();
    tasks.close(
        NEEDS_A_PERSON,
        people(news, one -> waited(one) && one.now().standing() != Standing.NEEDS_PERSON));
    tasks.close(NEEDS_A_PERSON, people(judged, one -> held(one) && one.wantsTwo()));
    tasks.close(ACCESS_SUSPENDED, opened(moves));
    tasks.open(needs(judged, moves));
  }

  /** What one person may answer never stands beside what wants two. */
  private static Set<Need> needs(List<Judged> judged, List<Move> moves) {
    var opened = opened(moves);
    var needs = new LinkedHashSet<Need>();
    judged.stream()
        .filter(JudgedTasks::held)
        .filter(one -> one.standingChanged() || opened.contains(one.found().personId()))
        .map(one -> need(one.wantsTwo() ? ACCESS_SUSPENDED : NEEDS_A_PERSON, one))
        .forEach(needs::add);
    moves.stream()
        .filter(move -> move.cause() == AccessCause.DANGER)
        .map(move -> Need.of(ACCESS_SUSPENDED, move.caseId(), move.personId(), null))
        .forEach(needs::add);
    return needs;
  }

  private static List<UUID> opened(List<Move> moves) {
    return moves.stream()
        .filter(move -> move.to() != AccessState.SUSPENDED)
        .map(Move::personId)
        .toList();
  }

  private static boolean held(Judged one) {
    return one.now().standing() == Standing.NEEDS_PERSON;
  }

  private static List<UUID> people(List<Judged> judged, Predicate<Judged> which) {
    return judged.stream().filter(which).map(one -> one.found().personId()).toList();
  }

  private static boolean waited(Judged one) {
    var last = one.found().last();
    return last != null && last.standing() == Standing.NEEDS_PERSON;
  }

  private static Need need(TaskKind kind, Judged one) {
    return Need.of(kind, one.found().caseId(), one.found().personId(), null);
  }
}
