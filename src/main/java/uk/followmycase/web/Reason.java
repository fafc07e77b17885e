package uk.followmycase.web;

import java.util.Map;
import uk.followmycase.identity.StaffExclusions;

/** Why somebody is kept out, as typed. */
public record Reason(String text) {

  /** Nothing typed yet. */
  public static final Reason EMPTY = new Reason("");

  private static final int SHORTEST = 10;

  public Reason {
    text = text.strip();
  }

  /** Keys of what is wrong with it, by field. */
  public Map<String, String> faults() {
    return text.length() < SHORTEST || text.length() > StaffExclusions.LONGEST_REASON
        ? Map.of("reason", "exclusion.fault.reason")
        : Map.of();
  }

  @Override
  public String toString() {
    return "reason";
  }
}
