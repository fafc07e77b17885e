package uk.followmycase.web.signin.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.followmycase.web.TypedCode;

/**
 * Both codes as they were typed.
 *
 * @param first the one that we sent
 * @param second the other one that we sent, or the one that the police gave
 * @param shape key of what is wrong with an incomplete second code
 */
record CodesForm(TypedCode first, TypedCode second, String shape) {

  static CodesForm of(String first, String second, boolean forceCode) {
    return forceCode
        ? new CodesForm(
            TypedCode.sent(first), TypedCode.handedOver(second), "signin.codes.fault.twelve")
        : new CodesForm(TypedCode.sent(first), TypedCode.sent(second), "signin.codes.fault.eight");
  }

  /** Keys of what is wrong, by field. A code that cannot be one is not tried. */
  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    check("first", first, "signin.codes.fault.eight", faults);
    check("second", second, shape, faults);
    return faults;
  }

  /** What to try, in the order of the contacts. */
  List<String> values() {
    return List.of(first.value(), second.value());
  }

  private static void check(
      String field, TypedCode code, String incomplete, Map<String, String> faults) {
    if (!code.complete()) {
      faults.put(field, code.empty() ? "signin.codes.fault.empty" : incomplete);
    }
  }
}
