package uk.followmycase.web.nation;

import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.nation.NationPage.Served;

/** Which forces are served, what is wrong with their files, and how fresh what they send is. */
@Controller
@On(Site.NATIONAL)
class Nation {

  private final Forces forces;
  private final CaseFiles cases;
  private final Switches switches;
  private final Clock clock;

  Nation(Forces forces, CaseFiles cases, Switches switches, Clock clock) {
    this.forces = forces;
    this.cases = cases;
    this.switches = switches;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView page(@AuthenticationPrincipal NationalAdministrator who) {
    var served = forces.all().stream().map(this::served).toList();
    return new ModelAndView(
        "web/nation/nation",
        "page",
        new NationPage(
            who.displayName(),
            who.signedInAt(),
            served,
            forces.faults(),
            Overdue.of(
                switches.stopsEverywhere(),
                forces.all(),
                switches.stopsByForce(),
                clock.instant())));
  }

  /** Of all that stands with a force, only when it was last heard. */
  private Served served(Force force) {
    var feed = ForceBinding.call(force.id(), cases::feed);
    return new Served(
        force.settings().name(),
        force.settings().host(),
        force.revision(),
        force.settings().open(),
        feed.lastReceived(),
        feed.silent());
  }
}
