package uk.followmycase.web.officer.tasks;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.tenancy.keys.Handle;

/** What somebody typed to decide about a person: yes with a plan, or no; never without why. */
record DecisionForm(TaskForm form) {

  private static final Map<String, Integer> REVIEWS = Map.of("1", 1, "3", 3, "6", 6);

  DecisionForm(Map<String, String> fields) {
    this(new TaskForm(fields));
  }

  boolean approves() {
    return form.text("decision").equals("approve");
  }

  String note() {
    return form.text("note");
  }

  String seen() {
    return form.text("seen");
  }

  Optional<Handle> once() {
    return Handle.parse(form.text("once"));
  }

  /** The plan as chosen, to be looked at again after so many months. */
  Plan plan(LocalDate today) {
    return new Plan(
        channels(),
        Set.of(),
        chose("discreet"),
        chose("no-link"),
        voicemail(),
        chose("shared-device"),
        false,
        today.plusMonths(REVIEWS.getOrDefault(form.text("review"), 3)));
  }

  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (!approves() && !form.text("decision").equals("refuse")) {
      faults.put("decision", "task.fault.decision");
    }
    if (approves() && channels().isEmpty()) {
      faults.put("channels", "task.fault.channels");
    }
    if (note().isEmpty()) {
      faults.put("note", "task.fault.why");
    }
    form.tooLong("note", faults);
    return faults;
  }

  private Set<Channel> channels() {
    var chosen = EnumSet.noneOf(Channel.class);
    Stream.of(Channel.values())
        .filter(one -> chose("channel-" + one.name().toLowerCase(Locale.ROOT)))
        .forEach(chosen::add);
    return chosen;
  }

  private Voicemail voicemail() {
    return switch (form.text("voicemail")) {
      case "allowed" -> Voicemail.ALLOWED;
      case "never" -> Voicemail.NEVER;
      default -> Voicemail.NOT_ASKED;
    };
  }

  private boolean chose(String box) {
    return form.fields().containsKey(box);
  }
}
