package uk.followmycase.web;

import java.time.Duration;

/** Waits as people are told of them. */
public final class Minutes {

  private Minutes() {}

  /** Whole minutes of a wait, the started one included; at least one. */
  public static long started(Duration wait) {
    return Math.max(1, wait.plusSeconds(59).toMinutes());
  }
}
