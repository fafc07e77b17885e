package uk.followmycase.web.officer.tasks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Opens access that danger has shut: one asks, a second person looks and confirms. */
@Controller
@On(Site.DESK)
class SecondLook {

  private static final String TASK = ShowTasks.ADDRESS + "/{task}";

  private final AccessDesk access;
  private final TaskDesk tasks;

  SecondLook(AccessDesk access, TaskDesk tasks) {
    this.access = access;
    this.tasks = tasks;
  }

  @PostMapping(TASK + "/propose")
  @For(Act.RESTORE_ACCESS)
  ModelAndView propose(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> fields) {
    return act(who, handle, fields, access::propose, "proposed");
  }

  @PostMapping(TASK + "/confirm")
  @For(Act.RESTORE_ACCESS)
  ModelAndView confirm(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> fields) {
    return act(who, handle, fields, access::confirm, "restored");
  }

  @PostMapping(TASK + "/decline")
  @For(Act.RESTORE_ACCESS)
  ModelAndView decline(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> fields) {
    return act(who, handle, fields, access::decline, "declined");
  }

  private ModelAndView act(
      StaffMember who, String handle, Map<String, String> fields, Way way, String done) {
    var form = new TaskForm(fields);
    var seen = new Seen(ShowTask.known(handle), form.version());
    var faults = faults(form);
    if (!faults.isEmpty()) {
      var task = tasks.show(who, seen.task()).orElseThrow(NotThere::new);
      return ShowTask.shown(TaskPage.of(task, null).failed(fields, faults));
    }
    return switch (way.go(who, seen, form.text("second-note"))) {
      case Done.Ok() -> new ModelAndView(SeeOther.at(ShowTasks.ADDRESS + "?done=" + done));
      case Done.Stale(var now) -> ShowTask.shown(TaskPage.of(now, null).stale(fields, null));
      case Done.NotThere(), Done.NotTheirs() -> throw new NotThere();
    };
  }

  private static Map<String, String> faults(TaskForm form) {
    var faults = new LinkedHashMap<String, String>();
    if (form.text("second-note").isEmpty()) {
      faults.put("second-note", "task.fault.why");
    }
    form.tooLong("second-note", faults);
    return faults;
  }

  @FunctionalInterface
  private interface Way {
    Done go(StaffMember who, Seen seen, String note);
  }
}
