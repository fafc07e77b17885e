package uk.followmycase.cases.intake;

/** A body that cannot be read on. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  Malformed(Fault fault) {
    super(fault.detail(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
