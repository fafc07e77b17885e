package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * What is switched off, for the calls that are about to be made. Nothing is leased that is off;
 * this holds what was leased just before. Looked up at every round of the dispatcher, several times
 * a second; where that is held up, by whoever is about to call. Without a look of the last moment
 * nothing passes.
 */
@Component
class Brakes {

  private static final int ALL_FORCES = 0;
  private static final Duration HOLDS = Duration.ofMillis(800);

  /** Seconds. */
  private static final int PATIENCE = 1;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Lock looking = new ReentrantLock();
  private volatile Look last = new Look(System.nanoTime() - HOLDS.toNanos(), Set.of());

  Brakes(JdbcClient jdbc, PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(manager);
    transactions.setTimeout(PATIENCE);
  }

  /** What was off when a look began. */
  private record Look(long began, Set<Pulled> pulled) {

    private boolean holds() {
      return System.nanoTime() - began < HOLDS.toNanos();
    }
  }

  /** Something that is switched off, of a force or of all. */
  record Pulled(int force, String name) {

    /** Whether it stops something of this force. */
    boolean stops(ForceId some) {
      return force == ALL_FORCES || force == some.value();
    }

    /** The force's folder, or all of them. */
    String whose(Forces forces) {
      return force == ALL_FORCES
          ? "all forces"
          : forces.byId(new ForceId(force)).map(Force::slug).orElse("a force that is not served");
    }
  }

  void look() {
    var began = System.nanoTime();
    last = new Look(began, standing());
  }

  /** What is switched off as the database has it now. */
  Set<Pulled> standing() {
    return Objects.requireNonNull(
        transactions.execute(
            now ->
                Set.copyOf(
                    jdbc.sql("select force_id, name from plumbing.switched_off")
                        .query((row, number) -> new Pulled(row.getInt(1), row.getString(2)))
                        .list())));
  }

  /** Whether something is switched off of which a force may send the rest. */
  boolean partly() {
    return last.pulled().stream().anyMatch(it -> SwitchNames.ofSome(it.name()));
  }

  boolean free(Parcel parcel) {
    return known().filter(pulled -> free(parcel, pulled)).isPresent();
  }

  private static boolean free(Parcel parcel, Set<Pulled> pulled) {
    return SwitchNames.stopping(parcel.kind(), parcel.message().to().channel()).stream()
        .noneMatch(
            name ->
                pulled.contains(new Pulled(ALL_FORCES, name))
                    || pulled.contains(new Pulled(parcel.lease().force().value(), name)));
  }

  private Optional<Set<Pulled>> known() {
    var known = last;
    return known.holds() ? Optional.of(known.pulled()) : lookAgain();
  }

  /** One looks, and the others wait a moment for it; a look that hangs says nothing. */
  private Optional<Set<Pulled>> lookAgain() {
    try {
      if (looking.tryLock(HOLDS.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          if (!last.holds()) {
            look();
          }
        } finally {
          looking.unlock();
        }
      }
    } catch (DataAccessException | TransactionException noDatabase) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    var known = last;
    return known.holds() ? Optional.of(known.pulled()) : Optional.empty();
  }
}
