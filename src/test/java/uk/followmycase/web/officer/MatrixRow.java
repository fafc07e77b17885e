package uk.followmycase.web.officer;

import java.util.Map;
import java.util.function.BooleanSupplier;
import uk.followmycase.cases.desk.Act;

/**
 * Something of a force's, of no case or of no more than its trail, and a form or page about it.
 *
 * @param act for which the page is
 * @param ofUnits whether a supervisor has to do with those of the own units alone
 * @param done whether it was
 */
record MatrixRow(
    String method,
    String path,
    Map<String, String> fields,
    Act act,
    boolean ofUnits,
    BooleanSupplier done) {

  /** Whose it is, as the ones who ask see it. */
  enum Whose {
    OWN_UNITS,
    ANOTHER_UNITS,
    ANOTHER_FORCES
  }
}
