package uk.followmycase.web.officer.cover;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Lets one officer work on another's cases for a while. */
@Controller
@On(Site.DESK)
class CoverPages {

  private static final String ADDRESS = "/desk/cover";

  private final Covers covers;

  CoverPages(Covers covers) {
    this.covers = covers;
  }

  @GetMapping(ADDRESS)
  @For(Act.SET_COVER)
  ModelAndView page(@AuthenticationPrincipal StaffMember member) {
    return shown(member, CoverForm.EMPTY, Map.of());
  }

  @PostMapping(ADDRESS)
  @For(Act.SET_COVER)
  ModelAndView set(
      @RequestParam(defaultValue = "") String officer,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String year,
      @AuthenticationPrincipal StaffMember member) {
    var form = new CoverForm(officer, by, day, month, year);
    if (!form.faults().isEmpty()) {
      return shown(member, form, form.faults());
    }
    var until = form.until().orElseThrow();
    return switch (covers.set(member, form.officer(), form.by(), until)) {
      case SET -> new ModelAndView(SeeOther.at(ADDRESS));
      case NOT_ALLOWED -> throw new NotThere();
      case Covers.Outcome wrong -> shown(member, form, CoverForm.faults(wrong));
    };
  }

  @PostMapping("/desk/cover/end")
  @For(Act.SET_COVER)
  ModelAndView end(
      @RequestParam(defaultValue = "") String cover, @AuthenticationPrincipal StaffMember member) {
    Handle.parse(cover).ifPresent(handle -> covers.end(member, handle));
    return new ModelAndView(SeeOther.at(ADDRESS));
  }

  private ModelAndView shown(StaffMember member, CoverForm form, Map<String, String> faults) {
    return new ModelAndView(
        "web/officer/cover/cover",
        Map.of("form", form, "covers", covers.standing(member), "faults", faults, "back", ADDRESS));
  }
}
