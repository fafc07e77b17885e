package uk.followmycase.web.admin.trail;

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
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.audit.TrailReading;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Who had to do with a case, and what somebody did. */
@Controller
@On(Site.DESK)
class Trail {

  private final TrailReading reading;
  private final TrailPath paths;
  private final TrailNames names;
  private final CaseNames cases;
  private final StaffNames staff;
  private final Forces forces;
  private final Clock clock;

  Trail(
      TrailReading reading,
      TrailPath paths,
      TrailNames names,
      CaseNames cases,
      StaffNames staff,
      Forces forces,
      Clock clock) {
    this.reading = reading;
    this.paths = paths;
    this.names = names;
    this.cases = cases;
    this.staff = staff;
    this.forces = forces;
    this.clock = clock;
  }

  @GetMapping("/desk/trail")
  @For(Act.SEE_TRAIL)
  ModelAndView ask() {
    return TrailForm.EMPTY.page();
  }

  /** By POST: neither a reference nor a number may stand in an address. */
  @PostMapping("/desk/trail")
  @For(Act.SEE_TRAIL)
  ModelAndView find(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal StaffMember reader) {
    var form = TrailForm.read(typed);
    if (form.byCase()) {
      return CaseReference.read(form.reference(), forces.current().settings().references())
          .flatMap(reference -> cases.called(reader, reference))
          .map(named -> new ModelAndView(SeeOther.at(TrailPath.of(named.handle()))))
          .orElseGet(() -> form.fault("reference", "trail.fault.reference"));
    }
    var found = staff.withCollarNumber(form.collarNumber());
    return switch (found.size()) {
      case 0 -> form.fault("collar", "trail.fault.collar");
      case 1 -> new ModelAndView(SeeOther.at(path(found.getFirst().id())));
      default -> form.several(found);
    };
  }

  static String path(StaffId who) {
    return TrailPath.of(new Actor(Actor.Kind.OFFICER, who.value().toString())).orElseThrow();
  }

  @GetMapping("/desk/trail/{kind}/{id}")
  @For(Act.SEE_TRAIL)
  ModelAndView lines(
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal StaffMember reader) {
    var about =
        paths
            .about(reader, kind, id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var period = TrailPeriod.read(asked, forces.current().settings().zone(), clock);
    var path = "/desk/trail/" + kind + "/" + id;
    if (!period.readable()) {
      return shown(TrailPage.nothing(path, kind, period), HttpStatus.BAD_REQUEST);
    }
    var page = reading.read(reader.actor(), period.question(about), asked.get("after"));
    var called = names.of(reader, page.lines());
    return shown(
        new TrailPage(
            path,
            kind,
            name(reader, about, id),
            period,
            page.lines().stream().map(line -> TrailPage.Line.of(line, called)).toList(),
            page.next().map(mark -> period.at(path) + "&after=" + mark).orElse(null)),
        HttpStatus.OK);
  }

  private static ModelAndView shown(TrailPage page, HttpStatus status) {
    return new ModelAndView("web/admin/trail/trail", Map.of("page", page), status);
  }

  private String name(StaffMember reader, About about, String id) {
    return switch (about) {
      case About.Case one ->
          Handle.parse(id)
              .flatMap(handle -> cases.at(reader, handle))
              .map(CaseNames.Named::reference)
              .orElse("");
      case About.By(Actor actor) when actor.kind() == Actor.Kind.OFFICER ->
          names.officer(actor.id());
      case About.By(Actor actor) when actor.kind() == Actor.Kind.PERSON -> "";
      case About.By by -> by.actor().id();
    };
  }
}
