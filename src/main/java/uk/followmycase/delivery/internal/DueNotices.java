package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.internal.QueueFigures.Count;
import uk.followmycase.delivery.internal.QueueWatch.Seen;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * Red while a notice that could leave has not left for too long, and while nobody can tell. What
 * somebody switched off, or has to wait for its hour, is shown and is no illness; a closed force
 * sends nothing at all.
 */
@Component("noticesHealthIndicator")
class DueNotices implements HealthIndicator {

  private final QueueWatch watch;
  private final Forces forces;
  private final DeliverySettings settings;

  DueNotices(QueueWatch watch, Forces forces, DeliverySettings settings) {
    this.watch = watch;
    this.forces = forces;
    this.settings = settings;
  }

  @Override
  public Health health() {
    try {
      return health(watch.look());
    } catch (IllegalStateException unanswered) {
      return Health.down().withDetail("queue", "cannot be looked at").build();
    }
  }

  private Health health(Seen seen) {
    var late = late(seen);
    return (late.isEmpty() ? Health.up() : Health.down())
        .withDetail("late", late)
        .withDetail("switchedOff", off(seen))
        .build();
  }

  private List<String> late(Seen seen) {
    var open = open();
    return seen.counts().stream()
        .filter(count -> open.contains(count.force()))
        .filter(count -> seen.oldest(count::equals).compareTo(settings.late(count.kind())) > 0)
        .map(count -> said(count, seen))
        .sorted()
        .toList();
  }

  private Set<ForceId> open() {
    return forces.all().stream()
        .filter(force -> force.settings().open())
        .map(Force::id)
        .collect(Collectors.toSet());
  }

  private String said(Count count, Seen seen) {
    return "%s %s %s for %d s"
        .formatted(
            forces.of(count.force()).slug(),
            count.channel(),
            count.kind(),
            seen.oldest(count::equals).toSeconds());
  }

  private List<String> off(Seen seen) {
    return seen.off().stream()
        .map(pulled -> pulled.name() + " of " + pulled.whose(forces))
        .sorted()
        .toList();
  }
}
