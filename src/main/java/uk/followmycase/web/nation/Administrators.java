package uk.followmycase.web.nation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.NationalOnDuty;
import uk.followmycase.identity.NationalOnDuty.Administrator;
import uk.followmycase.identity.StaffExclusions.Outcome;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffProof;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.Reason;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/**
 * The nation's administrators: in, out, or kept out. Whoever shuts the door does not open it, and
 * whoever opens it has signed in within ten minutes.
 */
@Controller
@On(Site.NATIONAL)
class Administrators {

  private static final String ADDRESS = "/administrators";
  private static final Set<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Administrators::code).collect(Collectors.toUnmodifiableSet());

  private final NationalOnDuty duty;
  private final StaffProof proof;

  Administrators(NationalOnDuty duty, StaffProof proof) {
    this.duty = duty;
    this.proof = proof;
  }

  @GetMapping(ADDRESS)
  ModelAndView all() {
    return new ModelAndView("web/nation/administrators", "administrators", duty.all());
  }

  @GetMapping(ADDRESS + "/{person}")
  ModelAndView one(
      @PathVariable String person,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal NationalAdministrator by,
      HttpServletRequest request) {
    return shown(known(person), by, Reason.EMPTY, Map.of(), request)
        .addObject("done", OUTCOMES.contains(done) ? done : "");
  }

  @PostMapping(ADDRESS + "/{person}/keep-out")
  ModelAndView keepOut(
      @PathVariable String person,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal NationalAdministrator by,
      HttpServletRequest request) {
    var who = known(person);
    var why = new Reason(reason);
    return why.faults().isEmpty()
        ? done(who, duty.exclude(who.id(), why.text(), by))
        : shown(who, by, why, why.faults(), request);
  }

  /** Whoever must sign in anew first is asked to on the page, and presses again. */
  @PostMapping(ADDRESS + "/{person}/let-in")
  ModelAndView letIn(
      @PathVariable String person, @AuthenticationPrincipal NationalAdministrator by) {
    var who = known(person);
    return proof.fresh(by)
        ? done(who, duty.readmit(who.id(), by))
        : new ModelAndView(SeeOther.at(address(who)));
  }

  private static ModelAndView done(Administrator who, Outcome outcome) {
    return new ModelAndView(SeeOther.at(address(who) + "?done=" + code(outcome)));
  }

  private static String address(Administrator who) {
    return ADDRESS + "/" + new Handle(who.id().value());
  }

  private static String code(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Administrator known(String person) {
    return Handle.parse(person)
        .flatMap(handle -> duty.of(new StaffId(handle.value())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView shown(
      Administrator who,
      NationalAdministrator by,
      Reason typed,
      Map<String, String> faults,
      HttpServletRequest request) {
    var page = AdministratorPage.of(who, by.id());
    var again = page.mayLetIn() && !proof.fresh(by) ? proof.anew(by, address(who), request) : "";
    return new ModelAndView("web/nation/administrator", "page", page)
        .addObject("again", again)
        .addObject("typed", typed)
        .addObject("faults", faults)
        .addObject("done", "")
        .addObject("back", address(who));
  }
}
