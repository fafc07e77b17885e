package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Said;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** What was ever said of people, sealed under their cases' keys. */
@Component
class PlanHistory {

  private static final String PLACE = "police.safe_contact_history";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  PlanHistory(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  private record Entry(Plan plan, @Nullable String note) {}

  PlanSaid seal(Saying saying) {
    var id = Handle.rowId();
    var words = json.writeValueAsBytes(new Entry(saying.plan(), saying.note()));
    return new PlanSaid(
        id,
        saying.person(),
        saying.source(),
        saying.plan(),
        saying.by(),
        clock.instant(),
        saying.key().seal(PLACE, id, words));
  }

  List<Said> of(UUID person, DataKey key) {
    return jdbc.sql(
            """
            select id, source, said_at, actor_kind, actor, sealed
            from police.safe_contact_history
            where force_id = :force and person_id = :person order by id desc
            """)
        .param("force", ForceBinding.current().value())
        .param("person", person)
        .query((row, number) -> said(row, key))
        .list();
  }

  private Said said(ResultSet row, DataKey key) throws SQLException {
    var words = key.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
    var entry = json.readValue(words, Entry.class);
    return new Said(
        row.getObject("said_at", OffsetDateTime.class).toInstant(),
        Source.valueOf(row.getString("source")),
        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
        entry.plan(),
        entry.note());
  }
}
