package uk.followmycase.web.officer.drafts;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** What was kept of somebody, for nobody else. */
@Controller
@On(Site.DESK)
class DraftPages {

  private final HeldForms forms;

  DraftPages(HeldForms forms) {
    this.forms = forms;
  }

  @GetMapping("/desk/drafts")
  @For(Act.ENTER)
  ModelAndView all(@AuthenticationPrincipal StaffMember who) {
    return new ModelAndView("web/officer/drafts/drafts", "drafts", forms.waiting(who.id()))
        .addObject("most", HeldForms.MOST);
  }

  @GetMapping("/desk/drafts/{handle}")
  @For(Act.ENTER)
  ModelAndView one(@AuthenticationPrincipal StaffMember who, @PathVariable String handle) {
    return Handle.parse(handle)
        .flatMap(known -> draft(who, known))
        .map(draft -> shown(who, draft))
        .orElseGet(() -> new ModelAndView("web/officer/again/gone", HttpStatus.NOT_FOUND));
  }

  @PostMapping("/desk/drafts/{handle}/discard")
  @For(Act.ENTER)
  ModelAndView discard(@AuthenticationPrincipal StaffMember who, @PathVariable String handle) {
    Handle.parse(handle).ifPresent(known -> forms.forget(who, known));
    return new ModelAndView(SeeOther.at("/desk/drafts"));
  }

  /** Somebody else's form was sent from this browser. */
  @GetMapping("/desk/drafts/not-yours")
  @For(Act.ENTER)
  ModelAndView notYours() {
    return new ModelAndView("web/officer/drafts/notyours");
  }

  private ModelAndView shown(StaffMember who, Draft draft) {
    return new ModelAndView("web/officer/drafts/draft", "draft", draft)
        .addObject("others", forms.waiting(who.id()).size() - 1);
  }

  private Optional<Draft> draft(StaffMember who, Handle handle) {
    return forms.find(who, handle).map(form -> new Draft(handle, form));
  }
}
