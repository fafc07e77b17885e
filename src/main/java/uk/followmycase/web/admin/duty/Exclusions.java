package uk.followmycase.web.admin.duty;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffExclusions;
import uk.followmycase.identity.StaffExclusions.Outcome;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.identity.StaffOnDuty;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.Reason;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** One of the force's staff: in, out, or kept out. Whoever shuts the door does not open it. */
@Controller
@On(Site.DESK)
class Exclusions {

  private static final String ADDRESS = "/desk/staff";

  private final StaffExclusions exclusions;
  private final StaffNames names;
  private final StaffOnDuty duty;

  Exclusions(StaffExclusions exclusions, StaffNames names, StaffOnDuty duty) {
    this.exclusions = exclusions;
    this.names = names;
    this.duty = duty;
  }

  /** A form is sent, so that no number stands in an address. */
  @PostMapping(ADDRESS + "/find")
  @For(Act.SEE_STAFF)
  ModelAndView find(@RequestParam(defaultValue = "") String collar) {
    var typed = collar.strip();
    if (!typed.matches("[A-Za-z0-9]{1,10}")) {
      return found(new FoundPage(typed, null), Map.of("collar", "desk.cover.fault.number"));
    }
    var found = names.withCollarNumber(typed).stream().map(FoundPage.Person::of).toList();
    return found(new FoundPage(typed, found), Map.of());
  }

  private static ModelAndView found(FoundPage page, Map<String, String> faults) {
    return new ModelAndView(
        "web/admin/duty/found", Map.of("page", page, "faults", faults, "back", ADDRESS));
  }

  @GetMapping(ADDRESS + "/{person}")
  @For(Act.SEE_STAFF)
  ModelAndView person(
      @PathVariable String person,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal StaffMember by) {
    return shown(known(person), by, Reason.EMPTY, Map.of())
        .addObject("done", outcome(done) == null ? "" : done);
  }

  @PostMapping(ADDRESS + "/{person}/keep-out")
  @For(Act.KEEP_OUT)
  ModelAndView keepOut(
      @PathVariable String person,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal StaffMember by) {
    var who = known(person);
    var why = new Reason(reason);
    return why.faults().isEmpty()
        ? done(who, exclusions.exclude(who, why.text(), by))
        : shown(who, by, why, why.faults());
  }

  @PostMapping(ADDRESS + "/{person}/let-in")
  @For(Act.LET_IN)
  ModelAndView letIn(@PathVariable String person, @AuthenticationPrincipal StaffMember by) {
    var who = known(person);
    return done(who, exclusions.readmit(who, by));
  }

  private static ModelAndView done(StaffId who, Outcome outcome) {
    return new ModelAndView(SeeOther.at(address(who) + "?done=" + PersonPage.code(outcome)));
  }

  private static String address(StaffId who) {
    return ADDRESS + "/" + new Handle(who.value());
  }

  private StaffId known(String person) {
    return Handle.parse(person)
        .map(handle -> new StaffId(handle.value()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView shown(
      StaffId who, StaffMember by, Reason typed, Map<String, String> faults) {
    var known = names.of(java.util.Set.of(who)).get(who);
    if (known == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var page =
        PersonPage.of(
            known,
            exclusions.accounts(who).size(),
            duty.of(who).orElse(null),
            exclusions.of(who).orElse(null),
            by);
    return new ModelAndView("web/admin/duty/person", "page", page)
        .addObject("typed", typed)
        .addObject("faults", faults)
        .addObject("done", "")
        .addObject("back", address(who));
  }

  private static @Nullable Outcome outcome(String code) {
    for (var one : Outcome.values()) {
      if (PersonPage.code(one).equals(code)) {
        return one;
      }
    }
    return null;
  }
}
