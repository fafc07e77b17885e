package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** Hands over one part after another. */
final class Parts {

  private Parts() {}

  /** Hands over one part. */
  interface Send {

    Handover part(int number, String text);
  }

  /**
   * Taken when all are taken; else the answer of the first that was not, which says how many.
   *
   * @param permitted asked before each but the first: one may take long, and the other's hour, plan
   *     or switch is another by then
   */
  static Handover inTurn(List<String> parts, BooleanSupplier permitted, Send send) {
    var references = new StringJoiner(" ");
    for (var number = 0; number < parts.size(); number++) {
      if (number > 0 && !permitted.getAsBoolean()) {
        return new Postponed(Postponed.LEASE_OVER, Duration.ZERO, number);
      }
      var handover = send.part(number, parts.get(number));
      if (!(handover instanceof Accepted taken)) {
        return after(number, handover);
      }
      references.add(taken.reference());
    }
    return new Accepted(references.toString());
  }

  private static Handover after(int parts, Handover answer) {
    return switch (answer) {
      case Accepted taken -> taken;
      case Refused refused -> refused;
      case Postponed postponed -> new Postponed(postponed.fault(), postponed.after(), parts);
      case Unknown unknown -> new Unknown(unknown.fault(), parts);
    };
  }

  /** An answer without a reference proves nothing. */
  static Handover taken(@Nullable String reference) {
    return reference == null || reference.isBlank()
        ? new Unknown("no-reference")
        : new Accepted(reference);
  }
}
