package uk.followmycase.cases.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.cases.webhook.TaskEventHeads.Lease;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.TaskWebhook;

/**
 * Tells one thing of the bound force: reads, calls without a connection, writes what became of it.
 */
@Component
class Telling {

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private final TransactionTemplate transactions;
  private final TaskEventHeads heads;
  private final TaskEventRows rows;
  private final Caller caller;
  private final WebhookMeters meters;
  private final NamedSecrets secrets;
  private final Forces forces;
  private final JsonMapper json;
  private final WebhookSettings settings;
  private final Clock clock;

  Telling(
      TransactionTemplate transactions,
      TaskEventHeads heads,
      TaskEventRows rows,
      Caller caller,
      WebhookMeters meters,
      NamedSecrets secrets,
      Forces forces,
      JsonMapper json,
      WebhookSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.heads = heads;
    this.rows = rows;
    this.caller = caller;
    this.meters = meters;
    this.secrets = secrets;
    this.forces = forces;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
  }

  void tell(Lease lease) {
    var event = transactions.execute(status -> rows.find(lease.id()));
    var webhook = forces.current().settings().taskWebhook();
    if (event.isEmpty() || webhook == null) {
      forget(lease);
    } else {
      record(lease, call(lease, event.get(), webhook));
    }
  }

  private Answer call(Lease lease, TaskEvent event, TaskWebhook webhook) {
    var keys = keys(webhook);
    if (keys.isEmpty()) {
      return new Answer.NotHeard("no-key", null);
    }
    var message = new Message(event.id().toString(), clock.instant(), body(event));
    var began = System.nanoTime();
    var answer = caller.call(URI.create(webhook.url()), message, message.signature(keys));
    meters.called(lease.force(), answer, Duration.ofNanos(System.nanoTime() - began));
    return answer;
  }

  /** A key that went missing while we run leaves the other one. */
  private List<String> keys(TaskWebhook webhook) {
    return webhook.keys().stream()
        .map(key -> secrets.at(key.secret()))
        .flatMap(Optional::stream)
        .toList();
  }

  private String body(TaskEvent event) {
    var changed = event.changed();
    return json.writeValueAsString(
        Map.of(
            "type",
            "task.changed",
            "timestamp",
            event.madeAt().toString(),
            "data",
            Map.of(
                "task", changed.task().toString(),
                "version", changed.version(),
                "kind", changed.kind().key(),
                "state", changed.state().name().toLowerCase(Locale.ROOT),
                "dueAt", changed.dueAt().toString())));
  }

  private void record(Lease lease, Answer answer) {
    switch (answer) {
      case Answer.Heard() -> forget(lease);
      case Answer.NotHeard(var code, var retryAfter) -> {
        if (clock.instant().isAfter(lease.madeAt().plus(settings.parkAfter()))) {
          heads.park(lease, clock.instant());
          LOG.error(
              "A task event of {} was not heard in time ({}) and is parked", lease.force(), code);
        } else {
          heads.again(lease, next(lease.tries() + 1, retryAfter));
        }
      }
    }
  }

  private void forget(Lease lease) {
    transactions.executeWithoutResult(
        status -> {
          if (heads.remove(lease)) {
            rows.delete(lease.id());
          }
        });
  }

  /** Doubled for each try, never in step with others, and not before the other side wants it. */
  private Instant next(int tries, @Nullable Duration asked) {
    var backOff = new ExponentialBackOff(settings.backOff().toMillis(), 2);
    backOff.setJitter(settings.backOff().toMillis() / 2);
    backOff.setMaxInterval(settings.backOffMost().toMillis());
    var turn = backOff.start();
    var wait = turn.nextBackOff();
    for (var skipped = 1; skipped < tries; skipped++) {
      wait = turn.nextBackOff();
    }
    var own = Duration.ofMillis(wait);
    var most = settings.backOffMost();
    var wanted = asked == null || asked.compareTo(most) > 0 ? own : asked;
    return clock.instant().plus(wanted.compareTo(own) > 0 ? wanted : own);
  }
}
