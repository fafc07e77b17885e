package uk.followmycase.cases.internal;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Done;
import uk.followmycase.cases.desk.AccessDesk.Seen;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.cases.internal.GrantRows.Move;
import uk.followmycase.cases.internal.Standings.Grant;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.Visits;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Moves access because somebody of the force says so. */
@Component
class AccessByHand {

  private static final String PERSON =
      "select id from police.case_person where case_id = :case and handle = :handle and not gone";

  private final JdbcClient jdbc;
  private final Rights rights;
  private final Judging judging;
  private final Rejudging rejudging;
  private final GrantRows grants;
  private final Visits visits;
  private final Tasks tasks;
  private final DeskTrail trail;
  private final ForceKeys keys;
  private final Clock clock;

  AccessByHand(
      JdbcClient jdbc,
      Rights rights,
      Judging judging,
      Rejudging rejudging,
      GrantRows grants,
      Visits visits,
      Tasks tasks,
      DeskTrail trail,
      ForceKeys keys,
      Clock clock) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.judging = judging;
    this.rejudging = rejudging;
    this.grants = grants;
    this.visits = visits;
    this.tasks = tasks;
    this.trail = trail;
    this.keys = keys;
    this.clock = clock;
  }

  /** Opens what stands as it was seen. */
  Done open(StaffMember who, Seen seen) {
    return rights
        .find(who, seen.file(), Act.RESTORE_ACCESS)
        .flatMap(ties -> person(ties.caseId(), seen.person()).map(id -> open(who, ties, id, seen)))
        .orElse(Done.NOT_THERE);
  }

  private Done open(StaffMember who, Ties ties, UUID person, Seen seen) {
    return held(ties.caseId(), person)
        .map(it -> stands(person, seen) ? move(who, it, AccessState.OPEN) : Done.NOT_NOW)
        .orElse(Done.NOT_THERE);
  }

  /** Shuts or ends what stands as it was seen, for a reason that colleagues read. */
  Done shut(StaffMember who, Seen seen, Act act, AccessState to, String reason) {
    return rights
        .find(who, seen.file(), act)
        .flatMap(
            ties ->
                person(ties.caseId(), seen.person())
                    .map(id -> shut(who, ties, id, seen, to, reason.strip())))
        .orElse(Done.NOT_THERE);
  }

  private Done shut(
      StaffMember who, Ties ties, UUID person, Seen seen, AccessState to, String reason) {
    if (!says(reason)) {
      return Done.NO_REASON;
    }
    var done =
        held(ties.caseId(), person)
            .map(it -> stands(person, seen) ? move(who, it, to) : Done.NOT_NOW);
    if (done.filter(Done.DONE::equals).isPresent()) {
      var words = new Words.Shut(reason, Colleagues.named(who), clock.instant());
      var key = keys.dataKey(ties.caseId(), ties.wrapped());
      grants.keep(person, Words.seal(key, person, words));
    }
    return done.orElse(Done.NOT_THERE);
  }

  static boolean says(String reason) {
    return !reason.isEmpty()
        && reason.codePointCount(0, reason.length()) <= AccessDesk.LONGEST_REASON;
  }

  /** Whether access is as the form showed it; from here on it stays so for others, too. */
  private boolean stands(UUID person, Seen seen) {
    return grants
        .changedAt(person)
        .filter(changed -> OnCase.mark(changed).equals(seen.mark()))
        .isPresent();
  }

  private Done move(StaffMember who, Judged judged, AccessState to) {
    var grant = judged.found().grant();
    if (grant == null) {
      return Done.NOT_NOW;
    }
    if (to == AccessState.OPEN && grant.state() == AccessState.SUSPENDED && judged.danger()) {
      return askTwo(who, judged, grant);
    }
    return moves(grant, to) ? moved(who, judged, grant, to) : Done.NOT_NOW;
  }

  private Done moved(StaffMember who, Judged judged, Grant grant, AccessState to) {
    change(
        who, judged, grant, to == AccessState.OPEN ? AccessCause.NOTHING : AccessCause.BY_HAND, to);
    if (to == AccessState.OPEN) {
      tasks.close(ACCESS_SUSPENDED, List.of(judged.found().personId()));
      rejudging.of(judged.found().caseId());
      return Done.DONE;
    }
    visits.endAll(grant.account());
    if (to == AccessState.ENDED) {
      nothingToOpen(judged);
    }
    return Done.DONE;
  }

  /**
   * What danger has shut is not opened by one person's hand. What a hand has shut, too, stays shut
   * by it until a second one agrees, whatever becomes of the danger.
   */
  private Done askTwo(StaffMember who, Judged judged, Grant grant) {
    var found = judged.found();
    if (grant.byHand()) {
      change(who, judged, grant, AccessCause.BY_HAND_ASKED, AccessState.SUSPENDED);
    }
    tasks.open(Need.of(ACCESS_SUSPENDED, found.caseId(), found.personId(), null));
    return Done.TWO_PEOPLE;
  }

  /** Whoever is in no more can be invited anew, by one who decides as about anybody. */
  private void nothingToOpen(Judged judged) {
    var found = judged.found();
    tasks.close(ACCESS_SUSPENDED, List.of(found.personId()));
    if (judged.now().standing() == Standing.NEEDS_PERSON) {
      tasks.open(Need.of(NEEDS_A_PERSON, found.caseId(), found.personId(), null));
    }
  }

  private void change(
      StaffMember who, Judged judged, Grant grant, AccessCause cause, AccessState to) {
    var found = judged.found();
    grants.move(List.of(new Move(found.personId(), found.caseId(), cause, to, grant.account())));
    trail.did(who, AuditAction.ACCESS_CHANGED, found.caseId(), found.personId(), to + " " + cause);
  }

  private static boolean moves(Grant grant, AccessState to) {
    return switch (to) {
      case OPEN -> grant.state() == AccessState.SUSPENDED && grant.byHand();
      case SUSPENDED ->
          grant.state() != AccessState.ENDED
              && !(grant.state() == AccessState.SUSPENDED && grant.byHand() && !grant.asked());
      case ENDED -> grant.state() != AccessState.ENDED;
      case READ_ONLY -> false;
    };
  }

  private Optional<Judged> held(UUID caseId, UUID person) {
    return judging.look(caseId).stream()
        .filter(one -> one.found().personId().equals(person))
        .findFirst();
  }

  private Optional<UUID> person(UUID caseId, Handle handle) {
    return jdbc.sql(PERSON)
        .param("case", caseId)
        .param("handle", handle.value())
        .query(UUID.class)
        .optional();
  }
}
