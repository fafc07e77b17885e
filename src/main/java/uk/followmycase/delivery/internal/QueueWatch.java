package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.internal.QueueFigures.Count;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** The queue of all forces as it was seconds ago: however often it is asked, it looks seldom. */
@Component
class QueueWatch {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final QueueFigures figures;
  private final Brakes brakes;
  private final Forces forces;
  private final Clock clock;

  private @Nullable Seen seen;

  QueueWatch(QueueFigures figures, Brakes brakes, Forces forces, Clock clock) {
    this.figures = figures;
    this.brakes = brakes;
    this.forces = forces;
    this.clock = clock;
  }

  /**
   * What was seen.
   *
   * @param off what is switched off, of a force or of all
   */
  record Seen(Instant at, List<Count> counts, Set<Brakes.Pulled> off) {

    /** How many wait that this is true of. */
    long waiting(Predicate<Count> which) {
      return counts.stream().filter(which).mapToLong(Count::waiting).sum();
    }

    /** How long the oldest of these could have left. */
    Duration oldest(Predicate<Count> which) {
      return counts.stream()
          .filter(which)
          .map(Count::since)
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .map(since -> Duration.between(since, at))
          .orElse(Duration.ZERO);
    }
  }

  synchronized Seen look() {
    var now = clock.instant();
    if (seen == null || now.isBefore(seen.at()) || !now.isBefore(seen.at().plus(FRESH))) {
      seen = new Seen(now, figures.of(all()), brakes.standing());
    }
    return seen;
  }

  private List<ForceId> all() {
    return forces.all().stream().map(Force::id).toList();
  }
}
