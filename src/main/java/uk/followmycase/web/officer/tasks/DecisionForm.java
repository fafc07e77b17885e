package uk.followmycase.web.officer.tasks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.delivery.Plan;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.frame.plan.PlanForm;

/** What somebody typed to decide about a person: yes with a plan, or no; never without why. */
record DecisionForm(TaskForm form) {

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

  /** The plan as filled in, by the clock of this zone. */
  Plan plan(ZoneId zone, LocalDate today) {
    return new PlanForm(form.fields()).plan(zone, today);
  }

  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (!approves() && !form.text("decision").equals("refuse")) {
      faults.put("decision", "task.fault.decision");
    }
    if (approves()) {
      faults.putAll(new PlanForm(form.fields()).faults());
    }
    if (note().isEmpty()) {
      faults.put("note", "task.fault.why");
    }
    form.tooLong("note", faults);
    return faults;
  }
}
