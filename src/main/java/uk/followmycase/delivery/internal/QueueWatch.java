package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** In which it is looked at. */
  static final String THREAD = "queue-watch";

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final QueueFigures figures;
  private final Brakes brakes;
  private final Forces forces;
  private final Clock clock;

  private @Nullable Look latest;

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

  /**
   * What was seen seconds ago at most. However many ask, one look is under way, and nobody waits
   * long for it.
   *
   * @throws IllegalStateException when the database does not answer
   */
  Seen look() {
    var look = current();
    try {
      return look.seen().get(look.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      throw new IllegalStateException("The queue cannot be looked at", unanswered);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", stopping);
    }
  }

  private synchronized Look current() {
    if (latest == null || latest.old(clock.instant())) {
      var seen = new FutureTask<>(this::see);
      latest = new Look(seen, System.nanoTime());
      Thread.ofVirtual().name(THREAD).start(seen);
    }
    return latest;
  }

  private Seen see() {
    var now = clock.instant();
    return new Seen(now, figures.of(all()), brakes.standing());
  }

  /** One look, under way or done. */
  private record Look(FutureTask<Seen> seen, long since) {

    /** Of this nobody's is left once it hangs: whoever comes then is answered at once. */
    private Duration patience() {
      return PATIENCE.minusNanos(System.nanoTime() - since);
    }

    private boolean old(Instant now) {
      return switch (seen.state()) {
        case RUNNING -> false;
        case SUCCESS -> {
          var at = seen.resultNow().at();
          yield now.isBefore(at) || !now.isBefore(at.plus(FRESH));
        }
        case FAILED, CANCELLED -> true;
      };
    }
  }

  private List<ForceId> all() {
    return forces.all().stream().map(Force::id).toList();
  }
}
