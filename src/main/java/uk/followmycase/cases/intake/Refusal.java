package uk.followmycase.cases.intake;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that is refused; nothing was stored. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient List<Fault> faults;
  private final transient @Nullable Duration retryAfter;

  private Refusal(Problem problem, List<Fault> faults, @Nullable Duration retryAfter) {
    super(problem.type(), null, false, false);
    this.problem = problem;
    this.faults = List.copyOf(faults);
    this.retryAfter = retryAfter;
  }

  static Refusal of(Problem problem, Fault... faults) {
    return new Refusal(problem, List.of(faults), null);
  }

  static Refusal of(Problem problem, Faults faults) {
    return new Refusal(problem, faults.list(), null);
  }

  static Refusal later(Problem problem, Duration retryAfter) {
    return new Refusal(problem, List.of(), retryAfter);
  }

  ProblemBody body() {
    return problem.body(faults);
  }

  /** Whole seconds to wait; null when trying again would not help. */
  @Nullable Long retryAfterSeconds() {
    return retryAfter == null ? null : Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
