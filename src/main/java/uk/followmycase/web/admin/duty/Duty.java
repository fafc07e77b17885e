package uk.followmycase.web.admin.duty;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffExclusions;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffOnDuty;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Who is signed in at this desk; whoever must go is out at their next request. */
@Controller
@On(Site.DESK)
class Duty {

  private final StaffOnDuty duty;
  private final StaffExclusions exclusions;

  Duty(StaffOnDuty duty, StaffExclusions exclusions) {
    this.duty = duty;
    this.exclusions = exclusions;
  }

  @GetMapping("/desk/staff")
  @For(Act.SEE_STAFF)
  ModelAndView page(@RequestParam Optional<String> ended) {
    var page = DutyPage.of(duty.all(), exclusions.all());
    return new ModelAndView("web/admin/duty/duty", "page", page)
        .addObject("ended", ended.orElse(""));
  }

  @PostMapping("/desk/staff/end")
  @For(Act.END_VISITS)
  View end(@RequestParam String person, @AuthenticationPrincipal StaffMember by) {
    var ended =
        Handle.parse(person).filter(who -> duty.end(new StaffId(who.value()), by)).isPresent();
    return SeeOther.at("/desk/staff?ended=" + (ended ? "yes" : "no"));
  }
}
