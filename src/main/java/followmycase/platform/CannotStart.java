package followmycase.platform;

/** The product cannot start as things are; a person has to do something about it. */
final class CannotStart extends IllegalStateException {

  private final String action;

  CannotStart(String what, String action) {
    super(what);
    this.action = action;
  }

  CannotStart(String what, String action, Throwable cause) {
    super(what, cause);
    this.action = action;
  }

  /** What to do. */
  String action() {
    return action;
  }
}
