package uk.followmycase.web.officer.start;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Tells who is signed in, for which force, as what and since when. */
@Controller
@On(Site.DESK)
class DeskStart {

  private final HeldForms forms;

  DeskStart(HeldForms forms) {
    this.forms = forms;
  }

  @GetMapping("/desk/you")
  @For(Act.ENTER)
  ModelAndView page(@AuthenticationPrincipal StaffMember member) {
    return new ModelAndView("web/officer/start/start", "page", DeskStartPage.of(member))
        .addObject("drafts", forms.waiting(member.id()));
  }
}
