package uk.followmycase.web.admin.delivery;

import java.time.Clock;
import java.util.Map;
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
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.For;
import uk.followmycase.delivery.Outgoing;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.SwitchForm;
import uk.followmycase.web.admin.delivery.DeliveryPage.Position;

/** How the force's notices fare, and the switches that stop them. */
@Controller
@On(Site.DESK)
class Delivery {

  private static final String ADDRESS = "/desk/delivery";

  private final Outgoing outgoing;
  private final Switches switches;
  private final Clock clock;

  Delivery(Outgoing outgoing, Switches switches, Clock clock) {
    this.outgoing = outgoing;
    this.switches = switches;
    this.clock = clock;
  }

  @GetMapping(ADDRESS)
  @For(Act.SEE_DELIVERY)
  ModelAndView page(
      @RequestParam(defaultValue = "") String done, @AuthenticationPrincipal StaffMember reader) {
    var mayTurn = DeskPolicy.STANDING.everAllows(reader.roles(), Act.SWITCH_CHANNEL);
    var page =
        DeliveryPage.of(
            outgoing.lines(),
            outgoing.unheard(),
            switches.stops(),
            clock.instant(),
            switches.latest(),
            mayTurn);
    return new ModelAndView("web/admin/delivery/delivery", "page", page)
        .addObject("done", SwitchForm.done(done));
  }

  @GetMapping(ADDRESS + "/{what}")
  @For(Act.SWITCH_CHANNEL)
  ModelAndView ask(@PathVariable String what) {
    return form(position(what), SwitchForm.EMPTY, Map.of());
  }

  @PostMapping(ADDRESS + "/{what}")
  @For(Act.SWITCH_CHANNEL)
  ModelAndView turn(
      @PathVariable String what,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal StaffMember by) {
    var position = position(what);
    var typed = SwitchForm.read(fields);
    var faults = typed.faults();
    if (!faults.isEmpty()) {
      var again = form(position, typed, faults);
      again.setStatus(HttpStatus.BAD_REQUEST);
      return again;
    }
    switches.turn(typed.turn(position.what(), by.id().value(), by.displayName()), false);
    return new ModelAndView(SeeOther.at(ADDRESS + "?done=" + typed.to()));
  }

  private Position position(String what) {
    return Switch.ofCode(what)
        .map(one -> Position.of(one, switches.stops()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView form(
      Position position, SwitchForm typed, Map<String, String> faults) {
    return new ModelAndView("web/admin/delivery/turn", "position", position)
        .addObject("typed", typed)
        .addObject("faults", faults)
        .addObject("back", ADDRESS + "/" + position.what().code());
  }
}
