package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.AccessDesk.Done;
import uk.followmycase.cases.desk.AccessDesk.Seen;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.CaseSight.Shut;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Over;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Representatives whom somebody of staff ends, and why; that outlives what was held of them. */
@Component
class EndedByHand {

  private static final String EVER =
      """
      select p.id, q.handle from police.case_person p
        left join police.case_person q on q.force_id = p.force_id and q.id = p.represents
      where p.case_id = :case and p.handle = :handle and (p.represents is not null or not p.gone)
      """;

  private static final String OVER =
      """
      select r.person_id, r.kind, r.why from police.representation r
        join police.case_person p on p.force_id = r.force_id and p.id = r.person_id
        join police.case_person q on q.force_id = p.force_id and q.id = p.represents
      where r.case_id = :case and r.why is not null and q.handle = :handle
      order by r.ended_at desc, r.person_id
      """;

  private final JdbcClient jdbc;
  private final EndingRepresentatives ending;
  private final GrantRows grants;
  private final ForceKeys keys;
  private final Clock clock;

  EndedByHand(
      JdbcClient jdbc,
      EndingRepresentatives ending,
      GrantRows grants,
      ForceKeys keys,
      Clock clock) {
    this.jdbc = jdbc;
    this.ending = ending;
    this.grants = grants;
    this.keys = keys;
    this.clock = clock;
  }

  Done end(StaffMember who, Ties ties, Seen seen, String reason) {
    var one = ever(ties.caseId(), seen.person());
    if (one.isEmpty()) {
      return Done.NOT_THERE;
    }
    if (!AccessByHand.says(reason)) {
      return Done.NO_REASON;
    }
    var id = one.get().id();
    if (one.get().of().isEmpty()
        || !ending.end(who.actor(), ties.caseId(), id, () -> stands(id, seen))) {
      return Done.NOT_NOW;
    }
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    var words = new Words.Over(reason, Colleagues.named(who), clock.instant());
    jdbc.sql("update police.representation set why = :why where person_id = :person")
        .param("why", Words.seal(key, id, words))
        .param("person", id)
        .update();
    return Done.DONE;
  }

  /** Whether what they see is as the form showed it: nothing yet, too. */
  private boolean stands(UUID person, Seen seen) {
    return OnCase.mark(grants.changedAt(person).orElse(null)).equals(seen.mark());
  }

  Optional<Handle> stoodFor(UUID caseId, Handle person) {
    return ever(caseId, person).flatMap(Ever::of);
  }

  private Optional<Ever> ever(UUID caseId, Handle person) {
    return jdbc.sql(EVER)
        .param("case", caseId)
        .param("handle", person.value())
        .query(
            (row, number) ->
                new Ever(
                    row.getObject(1, UUID.class),
                    Optional.ofNullable(row.getObject(2, UUID.class)).map(Handle::new)))
        .optional();
  }

  List<Over> of(Ties ties, Handle person) {
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    return jdbc.sql(OVER)
        .param("case", ties.caseId())
        .param("handle", person.value())
        .query(
            (row, number) -> {
              var id = row.getObject(1, UUID.class);
              var why = Objects.requireNonNull(row.getBytes(3));
              var said = Words.open(key, id, why, Words.Over.PLACE, Words.Over.class);
              return new Over(
                  Kind.valueOf(row.getString(2)), new Shut(said.by(), said.at(), said.reason()));
            })
        .list();
  }

  /** Somebody on a case, gone or not, and for whom they stand. */
  private record Ever(UUID id, Optional<Handle> of) {}
}
