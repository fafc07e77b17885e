package uk.followmycase.tenancy.internal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.Force;
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
  private final Forces forces;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transactions;

  StoredSwitches(
      JdbcClient jdbc,
      Forces forces,
      ApplicationEventPublisher events,
      TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.forces = forces;
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void turn(Switch what, boolean off, UUID by) {
    var force = ForceBinding.current();
    set(force.value(), what, off);
    events.publishEvent(new SwitchTurned(force, what, off, false, by));
  }

  /** The trails first: what cannot be told of is not done. */
  @Override
  public void turnEverywhere(Switch what, boolean off, UUID by) {
    for (var force : forces.all()) {
      ForceBinding.run(force.id(), () -> tell(force, what, off, by));
    }
    transactions.executeWithoutResult(status -> set(ALL, what, off));
  }

  private void tell(Force force, Switch what, boolean off, UUID by) {
    transactions.executeWithoutResult(
        status -> events.publishEvent(new SwitchTurned(force.id(), what, off, true, by)));
  }

  @Override
  @Transactional
  public Set<Off> off() {
    return jdbc.sql(
            "select name, force_id = :all from plumbing.switched_off where force_id in (:all, :force)")
        .param("all", ALL)
        .param("force", ForceBinding.current().value())
        .query((row, number) -> new Off(named(row.getString(1)), row.getBoolean(2)))
        .set();
  }

  private static Switch named(String code) {
    return Stream.of(Switch.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private void set(int force, Switch what, boolean off) {
    var change =
        off
            ? "insert into plumbing.switched_off values (:force, :name) on conflict do nothing"
            : "delete from plumbing.switched_off where force_id = :force and name = :name";
    jdbc.sql(change).param("force", force).param("name", what.code()).update();
  }
}
