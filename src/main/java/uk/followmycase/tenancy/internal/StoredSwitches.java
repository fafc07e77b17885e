package uk.followmycase.tenancy.internal;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.events.SwitchTurned;

/** Switches in {@code plumbing.switched_off}: a row for each thing that is off. */
@Service
class StoredSwitches implements Switches {

  private static final int ALL = 0;

  private final JdbcClient jdbc;
  private final TurnRows turns;
  private final Forces forces;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;

  StoredSwitches(
      JdbcClient jdbc,
      TurnRows turns,
      Forces forces,
      ApplicationEventPublisher events,
      TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.turns = turns;
    this.forces = forces;
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  @Transactional
  public boolean turn(Turn turn, boolean byNation) {
    var changed = set(ForceBinding.current().value(), turn, byNation);
    if (changed) {
      tell(turn, byNation ? Scope.FORCE_BY_NATION : Scope.FORCE);
    }
    return changed;
  }

  /** The trails first: what cannot be told of is not done. */
  @Override
  public void turnEverywhere(Turn turn) {
    if (offEverywhere().contains(turn.what()) == turn.off()) {
      return;
    }
    for (var force : forces.all()) {
      ForceBinding.run(
          force.id(),
          () -> transactions.executeWithoutResult(status -> tell(turn, Scope.EVERYWHERE)));
    }
    transactions.executeWithoutResult(status -> set(ALL, turn, true));
  }

  private void tell(Turn turn, Scope scope) {
    turns.add(turn, scope);
    events.publishEvent(
        new SwitchTurned(ForceBinding.current(), turn.what(), turn.off(), scope, turn.by()));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Off> off() {
    return jdbc.sql(
            """
            select name, force_id, by_nation from plumbing.switched_off
            where force_id in (:all, :force)
            """)
        .param("all", ALL)
        .param("force", ForceBinding.current().value())
        .query(
            (row, number) ->
                new Off(TurnRows.named(row.getString(1)), scope(row.getInt(2), row.getBoolean(3))))
        .set();
  }

  private static Scope scope(int force, boolean byNation) {
    if (force == ALL) {
      return Scope.EVERYWHERE;
    }
    return byNation ? Scope.FORCE_BY_NATION : Scope.FORCE;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Switch> offEverywhere() {
    return jdbc.sql("select name from plumbing.switched_off where force_id = :all")
        .param("all", ALL)
        .query((row, number) -> TurnRows.named(row.getString(1)))
        .set();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Turned> latest() {
    return turns.latest();
  }

  private boolean set(int force, Turn turn, boolean byNation) {
    var change =
        turn.off()
            ? "insert into plumbing.switched_off values (:force, :name, :nation) on conflict do nothing"
            : """
              delete from plumbing.switched_off
              where force_id = :force and name = :name and by_nation = :nation
              """;
    return jdbc.sql(change)
            .param("force", force)
            .param("name", turn.what().code())
            .param("nation", byNation)
            .update()
        > 0;
  }
}
