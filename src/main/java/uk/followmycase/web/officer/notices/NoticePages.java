package uk.followmycase.web.officer.notices;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.PageNumber;

/** Where a glass was broken, and who browses: to be read by somebody else. */
@Controller
@On(Site.DESK)
class NoticePages {

  private static final String ADDRESS = "/desk/notices";

  private final Notices notices;

  NoticePages(Notices notices) {
    this.notices = notices;
  }

  @GetMapping(ADDRESS)
  @For(Act.SEE_NOTICES)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    var waiting = notices.waiting(member, PageNumber.of(number));
    return new ModelAndView("web/officer/notices/notices", "notices", waiting);
  }

  /** Somebody else may have been quicker: then it is gone from the list, too. */
  @PostMapping(ADDRESS)
  @For(Act.SEE_NOTICES)
  ModelAndView settle(
      @RequestParam(defaultValue = "") String notice,
      @RequestParam(name = "page", defaultValue = "1") String number,
      @AuthenticationPrincipal StaffMember member) {
    Handle.parse(notice).ifPresent(handle -> notices.settle(member, handle));
    return new ModelAndView(SeeOther.at(ADDRESS + "?page=" + PageNumber.of(number)));
  }
}
