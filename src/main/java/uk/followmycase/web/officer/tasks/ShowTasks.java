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
import uk.followmycase.web.AtDesk;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.PageNumber;

/** What waits, and what was done a moment ago. */
@Controller
@On(Site.DESK)
class ShowTasks {

  static final String ADDRESS = "/desk/tasks";

  /** What can have been done: ends of the keys {@code task.done.}. */
  private static final Set<String> DONE =
      Set.of(
          "refused",
          "answered",
          "passed-on",
          "proposed",
          "restored",
          "cleared",
          "cleared-alone",
          "declined");

  private final TaskDesk tasks;

  ShowTasks(TaskDesk tasks) {
    this.tasks = tasks;
  }

  @GetMapping(ADDRESS)
  @For(Act.SEE_TASKS)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    var waiting = tasks.waiting(who, PageNumber.of(number));
    var page = new ModelAndView("web/officer/tasks/tasks", "tasks", waiting);
    page.addObject(AtDesk.TASKS, waiting.free());
    page.addObject("done", Optional.of(done).filter(DONE::contains).orElse(""));
    return page;
  }
}
