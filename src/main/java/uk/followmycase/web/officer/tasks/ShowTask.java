package uk.followmycase.web.officer.tasks;

import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Decisions;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskDesk.Done;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** One task: taken, passed on, answered. What is not there or not theirs is answered alike. */
@Controller
@On(Site.DESK)
class ShowTask {

  private static final String TASK = ShowTasks.ADDRESS + "/{task}";

  private final TaskDesk tasks;
  private final Decisions decisions;
  private final AccessDesk access;

  ShowTask(TaskDesk tasks, Decisions decisions, AccessDesk access) {
    this.tasks = tasks;
    this.decisions = decisions;
    this.access = access;
  }

  @GetMapping(TASK)
  @For(Act.SEE_TASKS)
  ModelAndView page(@AuthenticationPrincipal StaffMember who, @PathVariable("task") String handle) {
    return shown(page(who, known(handle)));
  }

  @PostMapping(TASK + "/take")
  @For(Act.ANSWER_TASK)
  ModelAndView take(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam(defaultValue = "0") int version) {
    var seen = new Seen(known(handle), version);
    return after(who, seen, tasks.take(who, seen), Map.of(), "/" + handle);
  }

  @PostMapping(TASK + "/pass-on")
  @For(Act.ANSWER_TASK)
  ModelAndView passOn(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> form) {
    var typed = new TaskForm(form);
    var seen = new Seen(known(handle), typed.version());
    var to = typed.role();
    var faults = typed.passOnFaults();
    if (to.isEmpty() || !faults.isEmpty()) {
      return shown(page(who, seen.task()).failed(form, faults));
    }
    var done =
        tasks.passOn(who, seen, to.get(), typed.text("collar-number"), typed.text("pass-on-note"));
    return done instanceof Done.NotTheirs
        ? shown(page(who, seen.task()).failed(form, TaskForm.notTheirs()))
        : after(who, seen, done, form, "?done=passed-on");
  }

  @PostMapping(TASK + "/answer")
  @For(Act.ANSWER_TASK)
  ModelAndView answer(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> form) {
    var typed = new TaskForm(form);
    var seen = new Seen(known(handle), typed.version());
    var answer = TaskAnswer.ofKey(typed.text("answer"));
    var faults = typed.answerFaults();
    if (answer.isEmpty() || !faults.isEmpty()) {
      return shown(page(who, seen.task()).failed(form, faults));
    }
    var done = tasks.answer(who, seen, answer.get(), typed.text("note"));
    return answer.get() == TaskAnswer.RIGHT_PERSON && done instanceof Done.Ok
        ? invitingAgain(who, seen.task())
        : after(who, seen, done, form, "?done=answered");
  }

  /** Whom to invite again is decided where it can be done. */
  private ModelAndView invitingAgain(StaffMember who, Handle task) {
    var person = page(who, task).person();
    return new ModelAndView(SeeOther.at(person + "?said=right-person"));
  }

  private ModelAndView after(
      StaffMember who, Seen seen, Done done, Map<String, String> form, String next) {
    return switch (done) {
      case Done.Ok() -> new ModelAndView(SeeOther.at(ShowTasks.ADDRESS + next));
      case Done.Stale(var now) -> shown(page(who, seen.task()).stale(form, null));
      case Done.NotThere(), Done.NotTheirs(), Done.StillShut _ -> throw new NotThere();
    };
  }

  private TaskPage page(StaffMember who, Handle handle) {
    var task = tasks.show(who, handle).orElseThrow(NotThere::new);
    var question =
        task.line().kind() == NEEDS_A_PERSON
            ? decisions.question(who, handle)
            : Optional.<Decisions.Question>empty();
    var danger =
        task.line().kind() == ACCESS_SUSPENDED
            ? access.danger(who, handle)
            : Optional.<AccessDesk.Danger>empty();
    return TaskPage.of(task, question.orElse(null)).shut(danger.orElse(null));
  }

  static ModelAndView shown(TaskPage page) {
    return new ModelAndView(
        "web/officer/tasks/task",
        Map.of("page", page, "back", ShowTasks.ADDRESS + "/" + page.task().line().handle()));
  }

  static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
