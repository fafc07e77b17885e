package uk.followmycase.web.officer.worklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.InternalResourceView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.AtDesk;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** The first page of a desk: what is due. Who works on no case sees who they are here. */
@Controller
@On(Site.DESK)
class WorkPages {

  private static final int FIRST_TASKS = 5;

  private final DeskCases cases;
  private final TaskDesk tasks;

  WorkPages(DeskCases cases, TaskDesk tasks) {
    this.cases = cases;
    this.tasks = tasks;
  }

  @GetMapping("/")
  @For(Act.ENTER)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String page) {
    return cases
        .work(member, list(of).orElse(null), number(page))
        .map(work -> work.number() == 1 ? first(member, work) : shown(work, List.of()))
        .orElseGet(() -> new ModelAndView(new InternalResourceView("/desk/you")));
  }

  private ModelAndView first(StaffMember member, Worklist work) {
    var first = tasks.first(member, FIRST_TASKS);
    return shown(work, first.lines()).addObject(AtDesk.TASKS, first.free());
  }

  private static ModelAndView shown(Worklist work, List<TaskDesk.Line> tasks) {
    return new ModelAndView("web/officer/worklist/worklist", "page", new WorkPage(work, tasks));
  }

  private static Optional<Worklist.Of> list(String said) {
    return Stream.of(Worklist.Of.values()).filter(of -> WorkPage.code(of).equals(said)).findFirst();
  }

  private static int number(String said) {
    return said.matches("[1-9]\\d{0,4}") ? Integer.parseInt(said) : 1;
  }
}
