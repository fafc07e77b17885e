package uk.followmycase.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What is asked of the trail.
 *
 * @param about a case, or somebody who acted
 * @param from the first moment
 * @param to the first moment after
 */
public record TrailQuestion(About about, Instant from, Instant to) {

  /** Whose entries. */
  public sealed interface About {

    /** Who had to do with this case. */
    record Case(UUID id) implements About {}

    /** What they did. */
    record By(Actor actor) implements About {}
  }
}
