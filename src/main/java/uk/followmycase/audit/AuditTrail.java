package uk.followmycase.audit;

import java.util.Collection;
import java.util.List;

/**
 * The trail of who did what with whose case. Entries are written in the caller's transaction: no
 * effect without its entry, no entry without its effect.
 */
public interface AuditTrail {

  /**
   * Writes entries of the bound force in one statement.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void record(Collection<AuditEntry> entries);

  /** Writes one entry. */
  default void record(AuditEntry entry) {
    record(List.of(entry));
  }
}
