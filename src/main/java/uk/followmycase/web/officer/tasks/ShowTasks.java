package uk.followmycase.web.officer.tasks;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** What waits, and what was done a moment ago. */
@Controller
@On(Site.DESK)
class ShowTasks {

  static final String ADDRESS = "/desk/tasks";

  /** What can have been done: ends of the keys {@code task.done.}. */
  private static final Set<String> DONE =
      Set.of(
          "approved",
          "approved-unreachable",
          "refused",
          "answered",
          "passed-on",
          "proposed",
          "restored",
          "declined");

  private final TaskDesk tasks;

  ShowTasks(TaskDesk tasks) {
    this.tasks = tasks;
  }

  @GetMapping(ADDRESS)
  @For(Act.SEE_TASKS)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who, @RequestParam(defaultValue = "") String done) {
    var page = new ModelAndView("web/officer/tasks/tasks", "tasks", tasks.waiting(who));
    page.addObject("done", Optional.of(done).filter(DONE::contains).orElse(""));
    return page;
  }
}
