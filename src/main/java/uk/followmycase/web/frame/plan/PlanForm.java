package uk.followmycase.web.frame.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;

/**
 * The part of a form that says how a person may safely be reached; its fields are drawn by {@code
 * web/frame/plan/fields}.
 *
 * @param fields as typed; others are left alone
 */
public record PlanForm(Map<String, String> fields) {

  private static final Map<String, Integer> REVIEWS = Map.of("1", 1, "3", 3, "6", 6);
  private static final String ZONE = "zone";
  private static final Set<String> LANGUAGES = Set.of("en", "cy");

  public PlanForm {
    fields = Map.copyOf(fields);
  }

  /** The form as it stands before anybody changes anything. */
  public static PlanForm of(Plan plan) {
    var fields = new HashMap<String, String>();
    plan.channels().forEach(channel -> tick("channel-" + key(channel), true, fields));
    tick("discreet", plan.discreet(), fields);
    tick("no-link", plan.noLink(), fields);
    tick("shared-device", plan.sharedDevice(), fields);
    tick("paused", plan.paused(), fields);
    fields.put("voicemail", key(plan.voicemail()));
    fields.put("language", plan.language() == null ? "" : plan.language());
    fields.put("review", "3");
    plan.zones().stream()
        .map(ZoneId::getId)
        .min(String::compareTo)
        .ifPresent(zone -> fields.put(ZONE, zone));
    SafeHoursRow.write(plan.times(), fields);
    return new PlanForm(fields);
  }

  /**
   * The plan as filled in, if nothing is at fault.
   *
   * @param force zone of the clock that hours are meant by where none is named
   * @param today from which the time until it is looked at again runs
   */
  public Plan plan(ZoneId force, LocalDate today) {
    var zones = zone().map(Set::of).orElse(Set.of());
    return new Plan(
        channels(),
        SafeHoursRow.times(hours(), zone().orElse(force)),
        ticked("discreet"),
        ticked("no-link"),
        voicemail(),
        ticked("shared-device"),
        ticked("paused"),
        today.plusMonths(REVIEWS.getOrDefault(typed("review"), 3)),
        language(),
        zones);
  }

  private Optional<ZoneId> zone() {
    return Optional.of(typed(ZONE)).filter(Clock::known).map(ZoneId::of);
  }

  /** What is at fault, by field: keys of words. */
  public Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (channels().isEmpty() && !ticked("paused")) {
      faults.put("channels", "plan.fault.channels");
    }
    if (!typed(ZONE).isEmpty() && zone().isEmpty()) {
      faults.put(ZONE, "plan.fault.zone");
    }
    hours().forEach(row -> row.fault().ifPresent(fault -> faults.put(row.name(), fault)));
    return faults;
  }

  /** What was typed into a field. */
  String typed(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** Whether a box is ticked. */
  boolean ticked(String box) {
    return fields.containsKey(box);
  }

  /** Rows of hours, filled in or not. */
  List<SafeHoursRow> hours() {
    return IntStream.rangeClosed(1, SafeHoursRow.MOST)
        .mapToObj(number -> new SafeHoursRow(number, fields))
        .toList();
  }

  /** The name in fields and keys. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Set<Channel> channels() {
    var chosen = EnumSet.allOf(Channel.class);
    chosen.removeIf(channel -> !ticked("channel-" + key(channel)));
    return chosen;
  }

  private Voicemail voicemail() {
    return Arrays.stream(Voicemail.values())
        .filter(one -> key(one).equals(typed("voicemail")))
        .findFirst()
        .orElse(Voicemail.NOT_ASKED);
  }

  private @Nullable String language() {
    return LANGUAGES.contains(typed("language")) ? typed("language") : null;
  }

  private static void tick(String box, boolean ticked, Map<String, String> fields) {
    if (ticked) {
      fields.put(box, "yes");
    }
  }

  @Override
  public String toString() {
    return "plan form";
  }
}
