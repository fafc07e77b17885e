package uk.followmycase.cases.internal;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs a transaction again when another one got in its way. */
final class Again {

  private static final int TRIES = 4;

  private Again() {}

  /** Inside a larger transaction it is run once: that one is to be run again as a whole. */
  static <T> T whenInterfered(
      Supplier<? extends @org.jspecify.annotations.Nullable T> transaction) {
    var tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
    while (true) {
      try {
        return java.util.Objects.requireNonNull(transaction.get());
      } catch (TransientDataAccessException | DuplicateKeyException interfered) {
        if (--tries == 0 || !wasRolledBack(interfered)) {
          throw interfered;
        }
      }
    }
  }

  /** A time-out says nothing about what will happen next time; a lock or a key does. */
  private static boolean wasRolledBack(RuntimeException interfered) {
    return interfered instanceof DuplicateKeyException
        || interfered instanceof PessimisticLockingFailureException;
  }
}
