package uk.followmycase.cases.internal;

import uk.followmycase.cases.desk.Search.By;

/**
 * What somebody looks for.
 *
 * @param digest by which cases bear it
 */
record SearchTerm(By by, byte[] digest) {

  @Override
  public String toString() {
    return "search by " + by;
  }
}
