package uk.followmycase.web.officer.cover;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    return shown(member, CoverForm.EMPTY, Map.of(), null);
  }

  /** Names are shown before anything is set: a number is easily mistyped. */
  @PostMapping(ADDRESS)
  @For(Act.SET_COVER)
  ModelAndView set(
      @RequestParam Map<String, String> fields, @AuthenticationPrincipal StaffMember member) {
    var form = CoverForm.of(fields);
    if (!form.faults().isEmpty()) {
      return shown(member, form, form.faults(), null);
    }
    var until = form.until().orElseThrow();
    if (!form.isConfirmed()) {
      return confirm(member, form, until);
    }
    return after(member, form, covers.set(member, form.officer(), form.by(), until));
  }

  private ModelAndView confirm(StaffMember member, CoverForm form, LocalDate until) {
    return switch (covers.check(member, form.officer(), form.by(), until)) {
      case SET -> shown(member, form, Map.of(), covers.named(member, form.officer(), form.by()));
      case Covers.Outcome wrong -> after(member, form, wrong);
    };
  }

  private ModelAndView after(StaffMember member, CoverForm form, Covers.Outcome outcome) {
    return switch (outcome) {
      case SET -> new ModelAndView(SeeOther.at(ADDRESS));
      case NOT_ALLOWED -> throw new NotThere();
      case Covers.Outcome wrong -> shown(member, form, CoverForm.faults(wrong), null);
    };
  }

  @PostMapping("/desk/cover/end")
  @For(Act.SET_COVER)
  ModelAndView end(
      @RequestParam(defaultValue = "") String cover, @AuthenticationPrincipal StaffMember member) {
    Handle.parse(cover).ifPresent(handle -> covers.end(member, handle));
    return new ModelAndView(SeeOther.at(ADDRESS));
  }

  private ModelAndView shown(
      StaffMember member, CoverForm form, Map<String, String> faults, Covers.@Nullable Pair named) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("form", form);
    model.put("covers", covers.standing(member));
    model.put("named", named);
    model.put("faults", faults);
    model.put("back", ADDRESS);
    return new ModelAndView("web/officer/cover/cover", model);
  }
}
