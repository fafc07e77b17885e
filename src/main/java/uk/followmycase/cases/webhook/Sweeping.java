package uk.followmycase.cases.webhook;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.webhook.TaskEventHeads.Lease;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * Forgets what was parked long ago, and what is there for a force that is told nothing any more.
 */
@Component
class Sweeping {

  private final TaskEventHeads heads;
  private final TaskEventRows rows;
  private final TransactionTemplate transactions;
  private final Forces forces;
  private final WebhookSettings settings;
  private final Clock clock;

  Sweeping(
      TaskEventHeads heads,
      TaskEventRows rows,
      TransactionTemplate transactions,
      Forces forces,
      WebhookSettings settings,
      Clock clock) {
    this.heads = heads;
    this.rows = rows;
    this.transactions = transactions;
    this.forces = forces;
    this.settings = settings;
    this.clock = clock;
  }

  void sweep() {
    heads.stale(clock.instant().minus(settings.keepParked())).forEach(this::forget);
    var untold =
        forces.all().stream()
            .filter(force -> force.settings().taskWebhook() == null)
            .map(Force::id)
            .toList();
    heads.untold(untold).forEach(this::forget);
  }

  private void forget(Lease lease) {
    ForceBinding.run(
        lease.force(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  heads.forget(lease.force(), lease.id());
                  rows.delete(lease.id());
                }));
  }
}
