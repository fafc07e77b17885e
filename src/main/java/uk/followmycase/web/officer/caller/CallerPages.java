package uk.followmycase.web.officer.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Keeps how a caller was checked, and opens what the caller sees for half an hour. */
@Controller
@On(Site.DESK)
class CallerPages {

  private static final String ADDRESS = "/desk/cases/{handle}/caller";

  private final Openings openings;

  CallerPages(Openings openings) {
    this.openings = openings;
  }

  @GetMapping(ADDRESS)
  @For(Act.RECORD_CALLER)
  ModelAndView page(@PathVariable String handle, @AuthenticationPrincipal StaffMember member) {
    return asked(offered(handle, member), Map.of());
  }

  @PostMapping(ADDRESS)
  @For(Act.RECORD_CALLER)
  ModelAndView open(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String check,
      @AuthenticationPrincipal StaffMember member) {
    var said = check(check);
    if (said.isEmpty()) {
      return asked(offered(handle, member), Map.of("check", "desk.caller.fault"));
    }
    var file = Handle.parse(handle).orElseThrow(NotThere::new);
    if (openings.caller(member, file, said.get()) != Openings.Opened.OPEN) {
      throw new NotThere();
    }
    return new ModelAndView(SeeOther.at("/desk/cases/" + file));
  }

  private Handle offered(String handle, StaffMember member) {
    return Handle.parse(handle)
        .filter(file -> openings.offered(member, file, Act.RECORD_CALLER))
        .orElseThrow(NotThere::new);
  }

  static String code(Check check) {
    return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Check> check(String code) {
    return Arrays.stream(Check.values()).filter(one -> code(one).equals(code)).findFirst();
  }

  private static ModelAndView asked(Handle file, Map<String, String> faults) {
    var address = "/desk/cases/" + file + "/caller";
    return new ModelAndView(
        "web/officer/caller/caller", Map.of("address", address, "faults", faults, "back", address));
  }
}
