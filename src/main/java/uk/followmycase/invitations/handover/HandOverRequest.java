package uk.followmycase.invitations.handover;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.invitations.handover.HandOverProblem.Fault;

/**
 * Whose code is wanted.
 *
 * @param reference of the case, written in any of the force's ways
 * @param sourceId the records system's id of the person
 */
record HandOverRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = LONGEST)
        @Nullable String reference,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = LONGEST)
        @Nullable String sourceId) {

  static final String ADVICE = "Give text of 1 to 50 characters";

  private static final int LONGEST = 50;

  /** What is wrong with it; empty when it can be answered. */
  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    check("/reference", reference, faults);
    check("/sourceId", sourceId, faults);
    return faults;
  }

  private static void check(String pointer, @Nullable String value, List<Fault> faults) {
    if (value == null) {
      faults.add(new Fault(pointer, "Missing", ADVICE));
    } else if (value.isBlank() || value.length() > LONGEST) {
      faults.add(new Fault(pointer, "Empty or too long", ADVICE));
    }
  }
}
