package uk.followmycase.cases.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call. Codes are ours, never the other side's words. */
sealed interface Answer {

  /** Name in figures. */
  String code();

  /** It was heard. */
  record Heard() implements Answer {

    @Override
    public String code() {
      return "heard";
    }
  }

  /**
   * It was not, or nobody can tell.
   *
   * @param retryAfter what the other side asked to wait at least; null when it did not say
   */
  record NotHeard(@Override String code, @Nullable Duration retryAfter) implements Answer {}
}
