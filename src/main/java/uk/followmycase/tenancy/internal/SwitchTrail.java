package uk.followmycase.tenancy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.events.SwitchTurned;

/**
 * Tells forces of turned switches. A stop for all of them waits for no force: whose trail cannot
 * take it is owed it, and told as soon as it can, though no longer in whose words.
 */
@Component
class SwitchTrail {

  private static final Logger LOG = LoggerFactory.getLogger(SwitchTrail.class);
  private static final String NO_LONGER_KNOWN = "";

  private final JdbcClient jdbc;
  private final TurnRows turns;
  private final Forces forces;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;
  private final Clock clock;

  SwitchTrail(
      JdbcClient jdbc,
      TurnRows turns,
      Forces forces,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.turns = turns;
    this.forces = forces;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Tells the bound force, in the running transaction. */
  void tell(Turn turn, Scope scope) {
    tell(turn, scope, clock.instant());
  }

  private void tell(Turn turn, Scope scope, Instant at) {
    turns.add(turn, scope, at);
    events.publishEvent(
        new SwitchTurned(ForceBinding.current(), turn.what(), turn.off(), scope, turn.by()));
  }

  /** Something that a force is to be told. */
  private record Owed(ForceId force, Turn turn, Instant at) {}

  /** Writes down that every force is to be told, in the running transaction. */
  Instant owe(Turn stop) {
    var now = clock.instant();
    for (var force : forces.all()) {
      jdbc.sql(
              """
              insert into plumbing.untold_stop (force_id, name, stopped_at, staff, review_at)
              values (:force, :name, :now, :staff, :review) on conflict do nothing
              """)
          .param("force", force.id().value())
          .param("name", stop.what().code())
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("staff", stop.by())
          .param("review", now.plus(stop.review()).atOffset(ZoneOffset.UTC))
          .update();
    }
    return now;
  }

  /** Tells each force that is owed it, none of which stands in the way of another. */
  void settle(Turn stop, Instant at) {
    forces.all().forEach(force -> settle(new Owed(force.id(), stop, at)));
  }

  /** Makes up for what is still owed. */
  void makeUp() {
    var owed =
        jdbc.sql("select force_id, name, stopped_at, staff, review_at from plumbing.untold_stop")
            .query(SwitchTrail::owed)
            .list();
    var served = forces.all().stream().map(force -> force.id()).toList();
    owed.stream().filter(one -> served.contains(one.force())).forEach(this::settle);
  }

  private void settle(Owed owed) {
    try {
      ForceBinding.run(
          owed.force(), () -> transactions.executeWithoutResult(status -> settleBound(owed)));
    } catch (RuntimeException failed) {
      LOG.error(
          "{} stands for all, and the trail of {} does not tell of it yet: {}",
          owed.turn(),
          owed.force(),
          failed.getClass().getName());
    }
  }

  private void settleBound(Owed owed) {
    var still =
        jdbc.sql(
                """
                delete from plumbing.untold_stop
                where force_id = :force and name = :name and stopped_at = :at
                """)
            .param("force", owed.force().value())
            .param("name", owed.turn().what().code())
            .param("at", owed.at().atOffset(ZoneOffset.UTC))
            .update();
    if (still > 0) {
      tell(owed.turn(), Scope.EVERYWHERE, owed.at());
    }
  }

  private static Owed owed(ResultSet row, int number) throws SQLException {
    var at = row.getObject("stopped_at", OffsetDateTime.class).toInstant();
    var review = row.getObject("review_at", OffsetDateTime.class).toInstant();
    var turn =
        new Turn(
            TurnRows.named(row.getString("name")),
            true,
            row.getObject("staff", UUID.class),
            NO_LONGER_KNOWN,
            NO_LONGER_KNOWN,
            Duration.between(at, review));
    return new Owed(new ForceId(row.getInt("force_id")), turn, at);
  }
}
