package uk.followmycase.tenancy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.Switches.Turned;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Turns of the bound force's switches, each with its reason. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TurnRows {

  private static final String PLACE = "police.switch_turn";
  private static final int LATEST = 20;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;

  TurnRows(JdbcClient jdbc, ForceKeys keys, JsonMapper json) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
  }

  /** What is sealed. */
  private record Said(String name, String reason) {}

  void add(Turn turn, Scope scope, Instant at) {
    var id = Handle.rowId();
    var words = json.writeValueAsBytes(new Said(turn.name(), turn.reason()));
    jdbc.sql(
            """
            insert into police.switch_turn
              (force_id, id, name, stopped, scope, turned_at, staff, sealed, review_at)
            values (:force, :id, :name, :stopped, :scope, :now, :staff, :sealed, :review)
            """)
        .param("force", ForceBinding.current().value())
        .param("id", id)
        .param("name", turn.what().code())
        .param("stopped", turn.off())
        .param("scope", scope.name())
        .param("now", at.atOffset(ZoneOffset.UTC))
        .param("review", turn.off() ? at.plus(turn.review()).atOffset(ZoneOffset.UTC) : null)
        .param("staff", turn.by())
        .param("sealed", keys.seal(PLACE, id, words))
        .update();
  }

  List<Turned> latest() {
    return jdbc.sql(
            """
            select id, name, stopped, scope, turned_at, staff, sealed, review_at,
              stopped and lag(stopped, 1, false) over (partition by name, scope order by id) as again
            from police.switch_turn where force_id = :force order by id desc limit :most
            """)
        .param("force", ForceBinding.current().value())
        .param("most", LATEST)
        .query(this::turned)
        .list();
  }

  private Turned turned(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
    var said = json.readValue(clear, Said.class);
    var at = time(row, "turned_at").orElseThrow();
    return new Turned(
        at,
        Scope.valueOf(row.getString("scope")),
        new Turn(
            named(row.getString("name")),
            row.getBoolean("stopped"),
            row.getObject("staff", UUID.class),
            said.name(),
            said.reason(),
            time(row, "review_at").map(review -> Duration.between(at, review)).orElse(Turn.SOON)),
        row.getBoolean("again"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Switch named(String code) {
    return Switch.ofCode(code).orElseThrow();
  }
}
