package uk.followmycase.tenancy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switches;

/** Switches in {@code plumbing.switched_off}: a row for each thing that is off. */
@Service
class StoredSwitches implements Switches {

  private static final int ALL = 0;

  private static final String LET_GO =
      """
      with gone as (
        delete from plumbing.switched_off
        where force_id = :force and name = :name and by_nation = :nation
        returning force_id, name)
      insert into plumbing.let_go (force_id, name, at) select force_id, name, :now from gone
      on conflict (force_id, name) do update set at = excluded.at
      """;

  private final JdbcClient jdbc;
  private final TurnRows turns;
  private final Forces forces;
  private final SwitchTrail trail;
  private final TransactionOperations transactions;
  private final Clock clock;

  StoredSwitches(
      JdbcClient jdbc,
      TurnRows turns,
      Forces forces,
      SwitchTrail trail,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.turns = turns;
    this.forces = forces;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean turn(Turn turn, boolean byNation) {
    var changed = set(ForceBinding.current().value(), turn, byNation);
    if (changed) {
      trail.tell(turn, byNation ? Scope.FORCE_BY_NATION : Scope.FORCE);
    }
    return changed;
  }

  /** Stopping waits for no trail; letting go is told of first, or not done. */
  @Override
  public void turnEverywhere(Turn turn) {
    if (turn.off()) {
      stopEverywhere(turn);
    } else if (stopsEverywhere().stream().anyMatch(stop -> stop.what() == turn.what())) {
      letGoEverywhere(turn);
    }
  }

  private void stopEverywhere(Turn turn) {
    var at =
        transactions.execute(
            status -> {
              set(ALL, turn, true);
              return trail.owe(turn);
            });
    trail.settle(turn, Objects.requireNonNull(at));
  }

  /** Of the stop that ends every trail told before. */
  private void letGoEverywhere(Turn turn) {
    trail.makeUp();
    for (var force : forces.all()) {
      ForceBinding.run(
          force.id(),
          () -> transactions.executeWithoutResult(status -> trail.tell(turn, Scope.EVERYWHERE)));
    }
    transactions.executeWithoutResult(status -> set(ALL, turn, true));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Off> off() {
    return stops().stream().map(Stop::off).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Stop> stops() {
    return stops(ForceBinding.current().value());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Stop> stopsEverywhere() {
    return stops(ALL);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<ForceId, List<Stop>> stopsByForce() {
    var byForce = new HashMap<ForceId, List<Stop>>();
    jdbc.sql(
            """
            select name, force_id, by_nation, since, review_at from plumbing.switched_off
            where force_id <> :all order by review_at, name, force_id, by_nation
            """)
        .param("all", ALL)
        .query(
            row -> {
              byForce
                  .computeIfAbsent(new ForceId(row.getInt("force_id")), force -> new ArrayList<>())
                  .add(read(row, 0));
            });
    return byForce;
  }

  private List<Stop> stops(int force) {
    return jdbc.sql(
            """
            select name, force_id, by_nation, since, review_at from plumbing.switched_off
            where force_id in (:all, :force) order by review_at, name, force_id, by_nation
            """)
        .param("all", ALL)
        .param("force", force)
        .query(StoredSwitches::read)
        .list();
  }

  private static Stop read(ResultSet row, int number) throws SQLException {
    return new Stop(
        TurnRows.named(row.getString("name")),
        scope(row.getInt("force_id"), row.getBoolean("by_nation")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("review_at", OffsetDateTime.class).toInstant());
  }

  private static Scope scope(int force, boolean byNation) {
    if (force == ALL) {
      return Scope.EVERYWHERE;
    }
    return byNation ? Scope.FORCE_BY_NATION : Scope.FORCE;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Turned> latest() {
    return turns.latest();
  }

  private boolean set(int force, Turn turn, boolean byNation) {
    var now = clock.instant();
    return (turn.off() ? stop(turn, now) : jdbc.sql(LET_GO))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("force", force)
            .param("name", turn.what().code())
            .param("nation", byNation)
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec stop(Turn turn, Instant now) {
    return jdbc.sql(
            """
            insert into plumbing.switched_off (force_id, name, by_nation, since, review_at)
            values (:force, :name, :nation, :now, :review)
            on conflict (force_id, name, by_nation) do update set review_at = excluded.review_at
            """)
        .param("review", now.plus(turn.review()).atOffset(ZoneOffset.UTC));
  }
}
