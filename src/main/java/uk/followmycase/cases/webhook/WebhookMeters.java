package uk.followmycase.cases.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.webhook.TaskEventHeads.Backlog;
import uk.followmycase.tenancy.ForceId;

/** Figures about what is told, by force; nothing that belongs to a person. */
@Component
class WebhookMeters {

  private static final String NAME = "followmycase.task.webhooks";
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final Clock clock;
  private volatile Backlog backlog = Backlog.NONE;
  private long lookedAt;

  WebhookMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    Gauge.builder(NAME + ".waiting", () -> backlog.waiting()).register(registry);
    Gauge.builder(NAME + ".parked", () -> backlog.parked()).register(registry);
    Gauge.builder(NAME + ".failing.seconds", this::failingFor).register(registry);
  }

  void called(ForceId force, Answer answer, Duration took) {
    registry
        .timer(NAME + ".calls", "force", Integer.toString(force.value()), "outcome", answer.code())
        .record(took);
  }

  /** Counts what waits, but not at every turn. */
  void look(TaskEventHeads heads) {
    var now = System.nanoTime();
    if (lookedAt == 0 || now - lookedAt > EVERY.toNanos()) {
      lookedAt = now;
      backlog = heads.backlog();
    }
  }

  /** How long the oldest that failed at least once has been waiting. */
  private double failingFor() {
    return backlog
        .failingSince()
        .map(since -> (double) Duration.between(since, clock.instant()).toSeconds())
        .orElse(0d);
  }
}
