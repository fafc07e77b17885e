package uk.followmycase.web.officer.casefile;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** One case. What is not there and what is not for them is answered alike. */
@Controller
@On(Site.DESK)
class ShowCaseFile {

  private final DeskCases cases;

  ShowCaseFile(DeskCases cases) {
    this.cases = cases;
  }

  @GetMapping("/desk/cases/{handle}")
  @For(Act.SEE_PAGE)
  ModelAndView page(@PathVariable String handle, @AuthenticationPrincipal StaffMember member) {
    return Handle.parse(handle)
        .flatMap(file -> cases.look(member, file))
        .map(CaseFilePage::of)
        .map(page -> new ModelAndView("web/officer/casefile/casefile", "page", page))
        .orElseThrow(NotThere::new);
  }
}
