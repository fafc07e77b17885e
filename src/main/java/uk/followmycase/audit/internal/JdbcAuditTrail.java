package uk.followmycase.audit.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.tenancy.ForceBinding;

/** Writes entries and their subjects in one statement whose text never changes. */
@Component
final class JdbcAuditTrail implements AuditTrail {

  private static final String WRITE =
      """
      with entry as (
        insert into police.audit_entry
          (force_id, at, id, actor_kind, actor_id, action, category, recipient, detail)
        select :force, :at, e.*
        from unnest(:ids::uuid[], :actorKinds::text[], :actorIds::text[], :actions::text[],
          :categories::text[], :recipients::uuid[], :details::text[]) e)
      insert into police.audit_subject (force_id, at, entry_id, n, case_id, person_id, person_acting)
      select :force, :at, s.*
      from unnest(:entries::uuid[], :numbers::int[], :cases::uuid[], :people::uuid[], :acting::uuid[]) s
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Collection<AuditEntry> entries) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException(
          "The trail is written in the effect's transaction");
    }
    if (entries.isEmpty()) {
      return;
    }
    var columns = new Columns(entries);
    jdbc.sql(WRITE)
        .param("force", ForceBinding.current().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .params(columns.values())
        .update();
  }
}
