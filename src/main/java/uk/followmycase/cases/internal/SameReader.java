package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.OtherCases;

/** Knows by the account as whom else somebody was let in and not put out again. */
@Component
class SameReader implements OtherCases {

  private final JdbcClient jdbc;

  SameReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Set<UUID>> of(Collection<UUID> people) {
    return jdbc
        .sql(
            """
            select g.person_id, o.person_id from police.grant_access g
              cross join lateral (
                select person_id from police.grant_access
                where force_id = g.force_id and account_id = g.account_id
                  and person_id <> g.person_id and state <> 'ENDED' offset 0) o
            where g.person_id = any (:people) and g.state <> 'ENDED'
            """)
        .param("people", Columns.ids(people))
        .query(
            (row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }
}
