package uk.followmycase.eligibility.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.PersonFacts.Clash;

/**
 * The register in {@code police.collision_mark}.
 *
 * <p>Writers of a digest meet at one of 512 advisory locks of the force: people's marks take it
 * shared, changed marks of other parties alone. They are taken in order, and their number is
 * bounded so that PostgreSQL's lock table holds the biggest batch on every connection of the pool.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CollisionMarks implements CollisionRegister {

  private static final String BOTH_SIDES =
      """
      with incoming as materialized (
        select * from unnest(:cases, :people, :kinds, :digests, :lives)
          as mark (case_id, person_id, kind, digest, live)
      ), held as materialized (
        select case_id, person_id, kind, digest, live
        from police.collision_mark where case_id = any (:touched)
      )""";

  /** 0x434F4C4C: "COLL", so that no other advisory lock of the product is meant. */
  private static final String ENTER =
      BOTH_SIDES
          + """
          , sides as (
            select person_id, digest, count(*) as number
            from (table incoming union all table held) mark
            group by case_id, person_id, kind, digest, live
          ), door as materialized (
            select police.bound_force() * 512 + (get_byte(digest, 0) << 1) + (get_byte(digest, 1) >> 7) as id,
              bool_or(person_id is null) as alone
            from sides where person_id is not null or number = 1
            group by 1 order by 1
          )
          select current_setting('transaction_isolation'), count(case when alone
            then pg_advisory_xact_lock(x'434F4C4C'::int, id)::text
            else pg_advisory_xact_lock_shared(x'434F4C4C'::int, id)::text end)
          from door
          """;

  private static final String REPLACE =
      BOTH_SIDES
          + """
          , difference as materialized (
            select case_id, person_id, kind, digest, bool_or(arrives) as wanted,
              bool_or(live) filter (where arrives) as live
            from (select *, true as arrives from incoming union all select *, false from held) mark
            group by case_id, person_id, kind, digest
            having count(*) = 1 or bool_or(live) <> bool_and(live)
          ), removed as (
            delete from police.collision_mark mark using difference d
            where not d.wanted and mark.case_id = d.case_id and mark.kind = d.kind
              and mark.digest = d.digest and mark.person_id is not distinct from d.person_id
          ), written as (
            insert into police.collision_mark (force_id, case_id, person_id, kind, digest, live)
            select police.bound_force(), case_id, person_id, kind, digest, live
            from difference where wanted
            on conflict (force_id, case_id, kind, digest, bearer) do update set live = excluded.live
          )
          select distinct met.case_id
          from difference d cross join lateral (
            select case_id, person_id from police.collision_mark
            where force_id = police.bound_force() and digest = d.digest and kind = d.kind offset 0) met
          where d.person_id is null and met.person_id is not null and met.case_id <> all (:touched)
          order by met.case_id
          """;

  private static final String CLASHES =
      """
      select distinct mine.person_id, mine.kind, mine.digest
      from police.collision_mark mine
      where mine.case_id = any (:cases) and mine.person_id is not null and exists (
        select from police.collision_mark other
        where other.digest = mine.digest and other.kind = mine.kind and other.person_id is null
          and (other.live or other.case_id = mine.case_id)
        offset 0)
      """;

  private final JdbcClient jdbc;

  CollisionMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void enter(Collection<CaseMarks> cases) {
    enter(MarkRows.of(cases));
  }

  @Override
  public Set<UUID> replace(Collection<CaseMarks> cases) {
    var rows = MarkRows.of(cases);
    enter(rows);
    return new LinkedHashSet<>(
        jdbc.sql(REPLACE).params(rows.parameters()).query(UUID.class).list());
  }

  @Override
  public Map<UUID, Set<Clash>> clashes(Collection<UUID> caseIds) {
    return jdbc
        .sql(CLASHES)
        .param("cases", new SqlArrayValue("uuid", caseIds.toArray()))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), clash(row.getString(2))))
        .stream()
        .collect(
            groupingBy(
                Map.Entry::getKey,
                mapping(Map.Entry::getValue, toCollection(() -> EnumSet.noneOf(Clash.class)))));
  }

  @Override
  public Map<UUID, List<byte[]>> met(Collection<UUID> caseIds) {
    return jdbc
        .sql(CLASHES)
        .param("cases", new SqlArrayValue("uuid", caseIds.toArray()))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getBytes(3)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** At a higher level the snapshot is older than the wait, and the other side stays unseen. */
  private void enter(MarkRows rows) {
    var isolation =
        jdbc.sql(ENTER).params(rows.parameters()).query((row, number) -> row.getString(1)).single();
    if (!isolation.equals("read committed")) {
      throw new IllegalStateException("Collisions are found at READ COMMITTED, not " + isolation);
    }
  }

  private static Clash clash(String kind) {
    return switch (Kind.valueOf(kind)) {
      case PHONE -> Clash.PHONE_OF_OTHER_PARTY;
      case EMAIL -> Clash.EMAIL_OF_OTHER_PARTY;
      case ADDRESS -> Clash.ADDRESS_OF_OTHER_PARTY;
      case SOURCE_ID -> Clash.ALSO_OTHER_PARTY;
    };
  }
}
