package uk.followmycase.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bound force's trail, for those who watch who looked at what. Reading it leaves a trace. */
public interface TrailReading {

  /** How many lines stand on a page. */
  int PAGE = 50;

  /**
   * One page, the latest lines first, and in the same transaction a line that says who read.
   *
   * @param after mark of the page before; null for the first. One that is none of ours begins anew
   */
  Page read(Actor reader, TrailQuestion question, @Nullable String after);

  /** A page and where the next one begins. */
  record Page(List<TrailLine> lines, Optional<String> next) {}
}
