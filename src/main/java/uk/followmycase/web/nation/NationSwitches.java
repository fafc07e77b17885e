package uk.followmycase.web.nation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.StaffProof;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Stop;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.SwitchForm;

/** Stops notices of one force or of all. Whoever does has signed in within ten minutes. */
@Controller
@On(Site.NATIONAL)
class NationSwitches {

  private static final String ADDRESS = "/switches";
  private static final String EVERYWHERE = "all";

  private final Forces forces;
  private final Switches switches;
  private final StaffProof proof;
  private final Clock clock;

  NationSwitches(Forces forces, Switches switches, StaffProof proof, Clock clock) {
    this.forces = forces;
    this.switches = switches;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping(ADDRESS)
  ModelAndView page(@RequestParam(defaultValue = "") String done) {
    var everywhere = switches.stopsEverywhere();
    var stops = switches.stopsByForce();
    var page = SwitchesPage.of(everywhere, forces.all(), stops);
    var overdue = Overdue.of(everywhere, forces.all(), stops, clock.instant());
    return new ModelAndView("web/nation/switches", "page", page)
        .addObject("overdue", overdue)
        .addObject("done", SwitchForm.done(done));
  }

  @GetMapping(ADDRESS + "/{where}/{what}")
  ModelAndView ask(
      @PathVariable String where,
      @PathVariable String what,
      @AuthenticationPrincipal NationalAdministrator who,
      HttpServletRequest request) {
    var asked = asked(where, what);
    var kept = KeptWish.find(who, asked.address(), request);
    return proof.fresh(who)
        ? form(asked, kept.orElse(SwitchForm.EMPTY), Map.of()).addObject("kept", kept.isPresent())
        : new ModelAndView("web/nation/again", "address", proof.anew(who, asked.address(), request))
            .addObject("kept", kept.isPresent());
  }

  /** Whoever took too long over the form finds it filled in once they have signed in anew. */
  @PostMapping(ADDRESS + "/{where}/{what}")
  ModelAndView turn(
      @PathVariable String where,
      @PathVariable String what,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal NationalAdministrator who,
      HttpServletRequest request) {
    var asked = asked(where, what);
    var typed = SwitchForm.read(fields);
    var faults = typed.faults();
    if (!faults.isEmpty()) {
      var again = form(asked, typed, faults);
      again.setStatus(HttpStatus.BAD_REQUEST);
      return again;
    }
    if (!proof.fresh(who)) {
      KeptWish.keep(who, asked.address(), typed, request);
      return new ModelAndView(SeeOther.at(asked.address()));
    }
    turn(asked, typed.turn(asked.what(), who.id().value(), who.displayName()));
    KeptWish.forget(request);
    return new ModelAndView(SeeOther.at(ADDRESS + "?done=" + typed.to()));
  }

  private void turn(Asked asked, Turn turn) {
    if (asked.force() == null) {
      switches.turnEverywhere(turn);
    } else {
      ForceBinding.run(asked.force().id(), () -> switches.turn(turn, true));
    }
  }

  /**
   * A switch that somebody asks for.
   *
   * @param force null for all of them
   */
  record Asked(@Nullable Force force, Switch what, boolean off) {

    String address() {
      return ADDRESS + "/" + (force == null ? EVERYWHERE : force.slug()) + "/" + what.code();
    }
  }

  private Asked asked(String where, String what) {
    return Switch.ofCode(what)
        .flatMap(one -> asked(where, one))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<Asked> asked(String where, Switch what) {
    if (where.equals(EVERYWHERE)) {
      return Optional.of(new Asked(null, what, stopped(switches.stopsEverywhere(), what)));
    }
    return forces
        .bySlug(where)
        .map(force -> new Asked(force, what, stopped(ofNation(force), what)));
  }

  private List<Stop> ofNation(Force force) {
    return switches.stopsByForce().getOrDefault(force.id(), List.of()).stream()
        .filter(stop -> stop.scope() == Scope.FORCE_BY_NATION)
        .toList();
  }

  private static boolean stopped(List<Stop> stops, Switch what) {
    return stops.stream().anyMatch(stop -> stop.what() == what);
  }

  private static ModelAndView form(Asked asked, SwitchForm typed, Map<String, String> faults) {
    return new ModelAndView("web/nation/turn", "asked", asked)
        .addObject("typed", typed)
        .addObject("faults", faults)
        .addObject("kept", false)
        .addObject("back", asked.address());
  }
}
