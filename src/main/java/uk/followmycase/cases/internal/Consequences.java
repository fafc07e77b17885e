package uk.followmycase.cases.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.events.CasesJudged;
import uk.followmycase.cases.events.CasesJudged.Reach;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.cases.internal.Standings.Found;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.ForceBinding;

/** What follows from verdicts, in the same transaction: access moves, and others are told. */
@Component
class Consequences {

  private final GrantRows grants;
  private final Visits visits;
  private final JudgedTasks tasks;
  private final ApplicationEventPublisher events;

  Consequences(
      GrantRows grants, Visits visits, JudgedTasks tasks, ApplicationEventPublisher events) {
    this.grants = grants;
    this.visits = visits;
    this.tasks = tasks;
    this.events = events;
  }

  /**
   * Draws them.
   *
   * @param contactsChanged people whose usable contacts are other than before
   * @return the moves of access, for the trail
   */
  List<Move> draw(List<Judged> judged, Set<UUID> contactsChanged) {
    var moves = judged.stream().<Move>mapMulti(Consequences::move).toList();
    if (!moves.isEmpty()) {
      grants.move(moves);
      moves.stream()
          .filter(move -> move.cause() == AccessCause.DANGER)
          .map(Move::account)
          .distinct()
          .forEach(visits::endAll);
    }
    tasks.follow(judged, moves);
    var news =
        judged.stream()
            .filter(j -> j.standingChanged() || contactsChanged.contains(j.found().personId()))
            .map(
                j ->
                    news(j.found(), j.now(), contactsChanged.contains(j.found().personId()), false))
            .toList();
    if (!news.isEmpty()) {
      events.publishEvent(new CasesJudged(ForceBinding.current(), news));
    }
    return moves;
  }

  /**
   * People may be reached otherwise than before, and stand as they stood.
   *
   * @param contactGivenUp whether a contact of theirs came back or was refused by its reader
   */
  void reachedOtherwise(List<Found> people, boolean contactGivenUp) {
    var news =
        people.stream()
            .filter(found -> found.last() != null)
            .map(found -> news(found, Objects.requireNonNull(found.last()), false, contactGivenUp))
            .toList();
    if (!news.isEmpty()) {
      events.publishEvent(new CasesJudged(ForceBinding.current(), news));
    }
  }

  private static void move(Judged judged, java.util.function.Consumer<Move> found) {
    var grant = judged.found().grant();
    if (grant == null) {
      return;
    }
    var cause = cause(judged);
    var to = cause.move(grant.state());
    if (to != grant.state()) {
      found.accept(
          new Move(judged.found().personId(), judged.found().caseId(), cause, to, grant.account()));
    }
  }

  private static AccessCause cause(Judged judged) {
    if (judged.found().gone()) {
      return AccessCause.OFF_THE_CASE;
    }
    if (judged.danger()) {
      return AccessCause.DANGER;
    }
    var grant = judged.found().grant();
    return grant != null && grant.byHand() ? AccessCause.BY_HAND : AccessCause.NOTHING;
  }

  private static CasesJudged.Judged news(
      Found found, Decided now, boolean contactsChanged, boolean contactGivenUp) {
    var reach = EnumSet.noneOf(Reach.class);
    if (found.text()) {
      reach.add(Reach.TEXT);
    }
    if (found.email()) {
      reach.add(Reach.EMAIL);
    }
    var grant = found.grant();
    return new CasesJudged.Judged(
        found.caseId(),
        found.personId(),
        now.standing(),
        Set.copyOf(reach),
        grant != null && grant.state() != AccessState.ENDED,
        contactsChanged,
        contactGivenUp);
  }
}
