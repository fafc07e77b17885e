package uk.followmycase.web.admin.trail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Takes a part of the trail out, when two people want it out. */
@Controller
@On(Site.DESK)
class Exports {

  private static final String LIST = "/desk/trail/exports";
  private static final int LONGEST_REASON = 1_000;

  private final TrailExports exports;
  private final TrailPath paths;
  private final TrailNames names;
  private final CsvExport csv;
  private final Forces forces;
  private final Clock clock;

  Exports(
      TrailExports exports,
      TrailPath paths,
      TrailNames names,
      CsvExport csv,
      Forces forces,
      Clock clock) {
    this.exports = exports;
    this.paths = paths;
    this.names = names;
    this.csv = csv;
    this.forces = forces;
    this.clock = clock;
  }

  @GetMapping("/desk/trail/{kind}/{id}/export")
  @For(Act.EXPORT_TRAIL)
  ModelAndView ask(
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> asked,
      @AuthenticationPrincipal StaffMember by) {
    about(by, kind, id);
    return form("/desk/trail/" + kind + "/" + id, period(asked), "", Map.of());
  }

  @PostMapping("/desk/trail/{kind}/{id}/export")
  @For(Act.EXPORT_TRAIL)
  ModelAndView asked(
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal StaffMember by) {
    var about = about(by, kind, id);
    var reason = typed.getOrDefault("reason", "").strip();
    var period = period(typed);
    var sayable = !reason.isEmpty() && reason.length() <= LONGEST_REASON;
    if (!sayable || !period.readable()) {
      return form(
          "/desk/trail/" + kind + "/" + id,
          period,
          reason,
          sayable ? Map.of() : Map.of("reason", "trail.fault.reason"));
    }
    exports.ask(requester(by), period.question(about), reason);
    return new ModelAndView(SeeOther.at(LIST + "?done=asked"));
  }

  @GetMapping(LIST)
  @For(Act.SEE_TRAIL)
  ModelAndView list(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal StaffMember by) {
    var found = exports.page(by.actor(), abouts -> names.about(by, abouts)::tells, after);
    var called = names.about(by, found.exports().stream().map(TrailNames::about).toList());
    var page =
        ExportsPage.of(
            found.exports(),
            by,
            clock.instant(),
            called::whose,
            found.next().map(mark -> LIST + "?after=" + mark).orElse(null));
    return new ModelAndView("web/admin/trail/exports", "page", page)
        .addObject("done", ExportsPage.DONE.contains(done) ? done : "");
  }

  @PostMapping(LIST + "/{handle}/decision")
  @For(Act.APPROVE_EXPORT)
  View decide(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String decision,
      @AuthenticationPrincipal StaffMember by) {
    var approve = "approve".equals(decision);
    var decided =
        Handle.parse(handle)
            .filter(export -> open(by, export))
            .map(export -> exports.decide(requester(by), export, approve))
            .orElse(TrailExports.Decided.NOT_THERE);
    return SeeOther.at(
        LIST
            + "?done="
            + switch (decided) {
              case DONE -> approve ? "approved" : "refused";
              case OWN -> "own";
              case BEFORE -> "before";
              case NOT_THERE -> "not-there";
            });
  }

  @GetMapping(LIST + "/{handle}/file")
  @For(Act.EXPORT_TRAIL)
  void file(
      @PathVariable String handle,
      @AuthenticationPrincipal StaffMember by,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Export export =
        Handle.parse(handle)
            .filter(known -> open(by, known))
            .flatMap(known -> exports.fetch(requester(by), known))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setContentType("text/csv;charset=UTF-8;header=present");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.csv\"");
    csv.write(by, export, request, response.getOutputStream());
  }

  private static Requester requester(StaffMember by) {
    return new Requester(by.actor(), by.displayName(), by.collarNumber());
  }

  /** Nobody decides on, or fetches, what a conflict keeps from them. */
  private boolean open(StaffMember by, Handle export) {
    return exports.about(export).stream().noneMatch(about -> names.closedTo(by, about));
  }

  private About about(StaffMember reader, String kind, String id) {
    return paths
        .about(reader, kind, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private TrailPeriod period(Map<String, String> asked) {
    return TrailPeriod.read(asked, forces.current().settings().zone(), clock);
  }

  private static ModelAndView form(
      String path, TrailPeriod period, String reason, Map<String, String> faults) {
    var all = new LinkedHashMap<>(period.faults());
    all.putAll(faults);
    var form =
        new ModelAndView("web/admin/trail/export", "path", path)
            .addObject("period", period)
            .addObject("reason", reason)
            .addObject("faults", all)
            .addObject("back", period.at(path));
    form.setStatus(all.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    return form;
  }
}
