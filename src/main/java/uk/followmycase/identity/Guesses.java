package uk.followmycase.identity;

import java.time.Duration;
import java.util.Optional;

/** Counts how often visitors try something that can be guessed, over all instances. */
public interface Guesses {

  /**
   * Counts a try.
   *
   * @param what is tried
   * @param address of the visitor's network: one household's tries are counted together
   * @return how long to wait when it is one too many; the try is not to be made then
   */
  Optional<Duration> count(String what, String address);
}
