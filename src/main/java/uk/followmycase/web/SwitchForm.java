package uk.followmycase.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Turn;

/**
 * A switch to be turned, with a reason.
 *
 * @param to {@code off} or {@code on}, as the page had it; empty before anything was typed
 */
public record SwitchForm(String to, String reason) {

  /** Nothing typed yet. */
  public static final SwitchForm EMPTY = new SwitchForm("", "");

  private static final Set<String> WAYS = Set.of("off", "on");
  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  /** What was typed. */
  public static SwitchForm read(Map<String, String> typed) {
    return new SwitchForm(typed.getOrDefault("to", ""), typed.getOrDefault("reason", "").strip());
  }

  /** What an address says was done just now: an end of a key, or nothing. */
  public static String done(String asked) {
    return WAYS.contains(asked) ? asked : "";
  }

  /** What is wrong with it, by field. */
  public Map<String, String> faults() {
    return reason.length() < SHORTEST || reason.length() > LONGEST || !WAYS.contains(to)
        ? Map.of("reason", "delivery.fault.reason")
        : Map.of();
  }

  /** Somebody's wish, once there is no fault. */
  public Turn turn(Switch what, UUID by, String name) {
    return new Turn(what, to.equals("off"), by, name, reason);
  }
}
