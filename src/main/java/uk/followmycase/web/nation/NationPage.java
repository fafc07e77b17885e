package uk.followmycase.web.nation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Forces.Fault;

/**
 * The nation at a glance.
 *
 * @param name of who looks; empty where their provider names none
 */
record NationPage(
    String name, Instant since, List<Served> served, List<Fault> faults, List<Overdue> overdue) {

  /**
   * A force.
   *
   * @param name by language
   * @param heard when its records systems were last heard; null when they never were
   */
  record Served(
      Map<String, String> name,
      String host,
      int revision,
      boolean open,
      @Nullable Instant heard,
      boolean silent) {

    /** End of the key of what is to be said of its feed. */
    String feed() {
      if (heard == null) {
        return "never";
      }
      return silent ? "silent" : "fresh";
    }
  }
}
