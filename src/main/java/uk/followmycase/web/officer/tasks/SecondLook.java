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
import uk.followmycase.cases.desk.AccessDesk.Looked;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
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
    var task = ShowTask.known(handle);
    var faults = faults(form);
    if (!faults.isEmpty()) {
      return ShowTask.shown(page(who, task).failed(fields, faults));
    }
    return switch (way.go(who, new Looked(task, form.text("seen")), form.text("second-note"))) {
      case Done.Ok() -> done(done);
      case Done.StillShut(var danger) -> done(danger ? "cleared-alone" : "cleared");
      case Done.Stale(var now) -> ShowTask.shown(page(who, task).stale(fields, null));
      case Done.NotThere(), Done.NotTheirs() -> throw new NotThere();
    };
  }

  private static ModelAndView done(String done) {
    return new ModelAndView(SeeOther.at(ShowTasks.ADDRESS + "?done=" + done));
  }

  /** What stands now is shown with a trace of it, as any task is. */
  private TaskPage page(StaffMember who, Handle handle) {
    var task = tasks.show(who, handle).orElseThrow(NotThere::new);
    return TaskPage.of(task, null).shut(access.danger(who, handle).orElse(null));
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
    Done go(StaffMember who, Looked looked, String note);
  }
}
