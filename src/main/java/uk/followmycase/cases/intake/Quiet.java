package uk.followmycase.cases.intake;

/** A failure for the log: where and what sort, never its message, which may hold a value. */
final class Quiet extends RuntimeException {

  private static final long serialVersionUID = 1;

  private Quiet(String sort, StackTraceElement[] trace) {
    super(sort, null, false, true);
    setStackTrace(trace);
  }

  static Quiet of(Throwable failed) {
    var root = failed;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return new Quiet(
        failed.getClass().getName() + " because of " + root.getClass().getName(),
        root.getStackTrace());
  }
}
