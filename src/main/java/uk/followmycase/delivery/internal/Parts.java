package uk.followmycase.delivery.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** Hands over one part after another. */
final class Parts {

  private Parts() {}

  /** Hands over one part. */
  interface Send {

    Handover part(int number, String text);
  }

  /** Taken when all are taken. Once one is taken, whatever stops the next leaves it half done. */
  static Handover inTurn(List<String> parts, Send send) {
    var references = new StringBuilder();
    for (var number = 0; number < parts.size(); number++) {
      var handover = send.part(number, parts.get(number));
      if (!(handover instanceof Accepted taken)) {
        return references.isEmpty() ? handover : new Unknown("partly-taken");
      }
      references.append(references.isEmpty() ? "" : " ").append(taken.reference());
    }
    return new Accepted(references.toString());
  }

  /** An answer without a reference proves nothing. */
  static Handover taken(@Nullable String reference) {
    return reference == null || reference.isBlank()
        ? new Unknown("no-reference")
        : new Accepted(reference);
  }
}
