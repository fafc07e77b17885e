package uk.followmycase.tenancy;

import java.util.Locale;

/**
 * Numbers by which forces know their people. Records systems, providers and hands write them in
 * their own ways, and all mean one person: whoever takes one in takes it in by this.
 */
public final class CollarNumber {

  private CollarNumber() {}

  /** The one way of writing a number that is kept and compared. */
  public static String of(String written) {
    return written.strip().toUpperCase(Locale.ROOT);
  }
}
