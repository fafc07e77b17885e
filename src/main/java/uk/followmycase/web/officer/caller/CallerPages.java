package uk.followmycase.web.officer.caller;

import java.util.Arrays;
import java.util.List;
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
import uk.followmycase.cases.desk.Openings.Callable;
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
    return asked(CallerPage.of(known(handle), callable(handle, member)));
  }

  @PostMapping(ADDRESS)
  @For(Act.RECORD_CALLER)
  ModelAndView open(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String check,
      @AuthenticationPrincipal StaffMember member) {
    var file = known(handle);
    var who = Handle.parse(person);
    var said = check(check);
    if (who.isEmpty() || said.isEmpty()) {
      return asked(CallerPage.of(file, callable(handle, member)).failed(person, check));
    }
    if (openings.caller(member, file, who.get(), said.get()) != Openings.Opened.OPEN) {
      throw new NotThere();
    }
    return new ModelAndView(SeeOther.at("/desk/cases/" + file));
  }

  private List<Callable> callable(String handle, StaffMember member) {
    return openings.callable(member, known(handle)).orElseThrow(NotThere::new);
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }

  static String code(Check check) {
    return check.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Check> check(String code) {
    return Arrays.stream(Check.values()).filter(one -> code(one).equals(code)).findFirst();
  }

  private static ModelAndView asked(CallerPage page) {
    return new ModelAndView(
        "web/officer/caller/caller", Map.of("page", page, "back", page.address()));
  }
}
