package uk.followmycase.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Turn;

/**
 * What somebody fills in who turns a switch.
 *
 * @param to {@code off} or {@code on}
 * @param reason in their own words
 * @param review hours after which a stop is to be looked at again
 */
public record SwitchForm(String to, String reason, String review) {

  /** Nothing typed yet. */
  public static final SwitchForm EMPTY = new SwitchForm("", "", "4");

  /** Hours to choose from. */
  public static final List<String> REVIEWS = List.of("1", "4", "24");

  private static final Set<String> WAYS = Set.of("off", "on");
  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  /** What was typed. */
  public static SwitchForm read(Map<String, String> typed) {
    return new SwitchForm(
        typed.getOrDefault("to", ""),
        typed.getOrDefault("reason", "").strip(),
        typed.getOrDefault("review", EMPTY.review));
  }

  /** What an address says was done just now: an end of a key, or nothing. */
  public static String done(String asked) {
    return WAYS.contains(asked) ? asked : "";
  }

  /** What is wrong with it, by field. */
  public Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (reason.length() < SHORTEST || reason.length() > LONGEST || !WAYS.contains(to)) {
      faults.put("reason", "delivery.fault.reason");
    }
    if (!REVIEWS.contains(review)) {
      faults.put("review", "delivery.fault.review");
    }
    return faults;
  }

  /** Somebody's wish, once there is no fault. */
  public Turn turn(Switch what, UUID by, String name) {
    return new Turn(
        what, to.equals("off"), by, name, reason, Duration.ofHours(Long.parseLong(review)));
  }
}
