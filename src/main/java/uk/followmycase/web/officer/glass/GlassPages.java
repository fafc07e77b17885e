package uk.followmycase.web.officer.glass;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Opens a case without a part in it, for a reason that a supervisor reads. */
@Controller
@On(Site.DESK)
class GlassPages {

  private static final String ADDRESS = "/desk/cases/{handle}/glass";

  private final Openings openings;

  GlassPages(Openings openings) {
    this.openings = openings;
  }

  @GetMapping(ADDRESS)
  @For(Act.BREAK_GLASS)
  ModelAndView page(@PathVariable String handle, @AuthenticationPrincipal StaffMember member) {
    return Handle.parse(handle)
        .filter(file -> openings.offered(member, file, Act.BREAK_GLASS))
        .map(file -> asked(file, "", Map.of()))
        .orElseThrow(NotThere::new);
  }

  @PostMapping(ADDRESS)
  @For(Act.BREAK_GLASS)
  ModelAndView open(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal StaffMember member) {
    var file = Handle.parse(handle).orElseThrow(NotThere::new);
    return switch (openings.breakGlass(member, file, reason)) {
      case OPEN -> new ModelAndView(SeeOther.at("/desk/cases/" + file));
      case NO_REASON -> asked(file, reason, Map.of("reason", "desk.glass.fault"));
      case NOT_THERE -> throw new NotThere();
    };
  }

  private static ModelAndView asked(Handle file, String reason, Map<String, String> faults) {
    var address = "/desk/cases/" + file + "/glass";
    return new ModelAndView(
        "web/officer/glass/glass",
        Map.of("address", address, "reason", reason, "faults", faults, "back", address));
  }
}
