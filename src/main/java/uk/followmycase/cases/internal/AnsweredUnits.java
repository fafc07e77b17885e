package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Marks;
import uk.followmycase.identity.UnitsAnsweredFor;

/**
 * Units for which some supervisor came to the desk. A records system and a provider may write the
 * same unit differently; what is overdue in a unit that no supervisor ever names is seen by others.
 */
@Component
class AnsweredUnits implements UnitsAnsweredFor {

  private static final String CAME =
      """
      insert into police.answered_unit (force_id, unit, seen_at)
      select distinct police.bound_force(), named.unit, cast(:now as timestamptz)
      from unnest(cast(:units as bytea[])) named (unit) order by 2
      on conflict (force_id, unit) do update set seen_at = excluded.seen_at
      """;

  private final JdbcClient jdbc;
  private final Marks marks;
  private final Clock clock;

  AnsweredUnits(JdbcClient jdbc, Marks marks, Clock clock) {
    this.jdbc = jdbc;
    this.marks = marks;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void supervised(Set<String> units) {
    if (!units.isEmpty()) {
      var digests = units.stream().map(marks::unit).toArray(byte[][]::new);
      jdbc.sql(CAME)
          .param("units", new SqlArrayValue("bytea", (Object[]) digests))
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
  }
}
