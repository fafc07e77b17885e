package uk.followmycase.tenancy;

import java.util.Optional;

/**
 * The force that the running work is for. It is bound before a transaction starts and lives as long
 * as the call; the transaction carries it to PostgreSQL, whose policies refuse every row of {@code
 * police} without it.
 */
public final class ForceBinding {

  private static final ScopedValue<ForceId> BOUND = ScopedValue.newInstance();

  private ForceBinding() {}

  /**
   * Runs the work for one force.
   *
   * @throws OtherForceBound when another force is bound already; the same force again is a no-op
   */
  public static <R extends @org.jspecify.annotations.Nullable Object, X extends Throwable> R call(
      ForceId force, ScopedValue.CallableOp<? extends R, X> work) throws X {
    if (BOUND.isBound()) {
      if (!BOUND.get().equals(force)) {
        throw new OtherForceBound();
      }
      return work.call();
    }
    return ScopedValue.where(BOUND, force).call(work);
  }

  /** As {@link #call}, for work without a result. */
  public static void run(ForceId force, Runnable work) {
    call(
        force,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /**
   * The force the work is for.
   *
   * @throws NoForceBound when none is bound; there is no default
   */
  public static ForceId current() {
    if (!BOUND.isBound()) {
      throw new NoForceBound();
    }
    return BOUND.get();
  }

  /** The force the work is for, or nothing. For infrastructure only. */
  public static Optional<ForceId> ifBound() {
    return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
  }

  /** Work on a force's data was asked for without saying which force. */
  public static final class NoForceBound extends IllegalStateException {
    NoForceBound() {
      super("No force is bound");
    }
  }

  /** Work for one force tried to turn to another. */
  public static final class OtherForceBound extends IllegalStateException {
    OtherForceBound() {
      super("Another force is bound");
    }
  }
}
