package uk.followmycase.web.officer.tasks;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Decisions;
import uk.followmycase.cases.desk.Decisions.Asked;
import uk.followmycase.cases.desk.Decisions.Decided;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Decides about somebody who is held. A form that was overtaken comes back with what was typed. */
@Controller
@On(Site.DESK)
class Decide {

  private final Decisions decisions;
  private final TaskDesk tasks;
  private final Forces forces;
  private final Clock clock;

  Decide(Decisions decisions, TaskDesk tasks, Forces forces, Clock clock) {
    this.decisions = decisions;
    this.tasks = tasks;
    this.forces = forces;
    this.clock = clock;
  }

  @PostMapping(ShowTasks.ADDRESS + "/{task}/decide")
  @For(Act.DECIDE)
  ModelAndView decide(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("task") String handle,
      @RequestParam Map<String, String> fields) {
    var task = ShowTask.known(handle);
    var form = new DecisionForm(fields);
    var once = form.once().orElseThrow(NotThere::new);
    var faults = form.faults();
    if (!faults.isEmpty()) {
      return ShowTask.shown(page(who, task).failed(fields, faults));
    }
    return switch (decided(who, new Asked(task, form.seen(), once), form)) {
      case Decided.Ok ok when form.approves() -> approved(ok);
      case Decided.Ok refused -> new ModelAndView(SeeOther.at(ShowTasks.ADDRESS + "?done=refused"));
      case Decided.Stale stale -> ShowTask.shown(stale(who, task, stale, fields));
      case Decided.NotThere() -> throw new NotThere();
    };
  }

  private Decided decided(StaffMember who, Asked asked, DecisionForm form) {
    var settings = forces.current().settings();
    var zone = settings.zone();
    var today = settings.day(clock.instant());
    return form.approves()
        ? decisions.approve(who, asked, form.plan(zone, today), form.note())
        : decisions.refuse(who, asked, form.note());
  }

  /** Leads to the person, where a code can be handed over that they may need. */
  private static ModelAndView approved(Decided.Ok about) {
    var said = about.paused() ? "approved-paused" : "approved";
    return new ModelAndView(
        SeeOther.at("/desk/cases/" + about.file() + "/people/" + about.person() + "?said=" + said));
  }

  private TaskPage page(StaffMember who, Handle task) {
    return TaskPage.of(
        tasks.show(who, task).orElseThrow(NotThere::new),
        decisions.question(who, task).orElse(null));
  }

  private TaskPage stale(
      StaffMember who, Handle task, Decided.Stale stale, Map<String, String> fields) {
    var shown = tasks.show(who, task).orElseThrow(NotThere::new);
    return TaskPage.of(shown, stale.now()).stale(new HashMap<>(fields), stale.by());
  }
}
