package uk.followmycase.identity;

import java.util.Set;

/** Told for which units somebody comes to the desk. Heard by the module that knows the cases. */
public interface UnitsAnsweredFor {

  /**
   * A supervisor of the bound force signed in, in the caller's transaction.
   *
   * @param units that they answer for, as their provider writes them
   */
  void supervised(Set<String> units);
}
