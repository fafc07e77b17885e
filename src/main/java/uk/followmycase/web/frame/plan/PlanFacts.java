package uk.followmycase.web.frame.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.web.Words;

/** A plan in words. */
final class PlanFacts {

  private PlanFacts() {}

  static String channels(Words t, Plan plan) {
    return plan.channels().isEmpty()
        ? t.say("plan.fact.channels.none")
        : plan.channels().stream()
            .sorted(Comparator.naturalOrder())
            .map(channel -> channel(t, channel))
            .collect(Collectors.joining(", "));
  }

  private static String channel(Words t, Channel channel) {
    return t.say("task.channel." + PlanForm.key(channel));
  }

  /** A line for each window. */
  static List<String> hours(Words t, Plan plan) {
    return plan.times().stream()
        .flatMap(times -> times.windows().stream())
        .map(window -> said(t, window))
        .sorted()
        .toList();
  }

  /** Where the clocks hang that all this goes by; none for the force's own. */
  static List<String> clocks(Words t, Plan plan) {
    return plan.zones().stream().map(zone -> Clock.named(zone.getId(), t.code())).sorted().toList();
  }

  private static String said(Words t, SafeTimes.Window window) {
    return t.say(
        "plan.fact.window",
        Map.of(
            "first", t.say("plan.day." + PlanForm.key(window.first())),
            "last", t.say("plan.day." + PlanForm.key(window.last())),
            "from", window.from().toString(),
            "until", window.until().toString()));
  }

  /** Ends of the keys of what has to be taken care of. */
  static List<String> cares(Plan plan) {
    var cares = new ArrayList<String>();
    add(plan.discreet(), "discreet", cares);
    add(plan.noLink(), "no-link", cares);
    add(plan.sharedDevice(), "shared-device", cares);
    add(plan.paused(), "paused", cares);
    return cares;
  }

  private static void add(boolean holds, String key, List<String> cares) {
    if (holds) {
      cares.add(key);
    }
  }
}
