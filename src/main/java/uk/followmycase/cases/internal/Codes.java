package uk.followmycase.cases.internal;

import java.util.Locale;

/** Names of our own vocabulary as they stand in keys and in the trail. */
final class Codes {

  private Codes() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
