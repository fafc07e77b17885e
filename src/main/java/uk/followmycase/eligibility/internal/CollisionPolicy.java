package uk.followmycase.eligibility.internal;

import uk.followmycase.eligibility.Verdict.Reason;

/** Whoever shares a contact with a suspect, or is one, is invited by nobody but a person. */
final class CollisionPolicy implements Policy {

  static final String ID = "collision";

  @Override
  public Answer on(Subject subject) {
    var clashes = subject.person().clashes();
    return clashes.isEmpty()
        ? Answer.SILENT
        : new Answer.Says(
            Answer.Level.COLLISION,
            clashes.stream().sorted().map(clash -> new Reason(ID, clash.key())).toList());
  }
}
