package uk.followmycase.web.officer.safecontact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.PlanDesk;
import uk.followmycase.cases.desk.PlanDesk.Wish;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.frame.plan.PlanForm;
import uk.followmycase.web.officer.NotThere;

/** How somebody may be reached, outside of any decision. */
@Controller
@On(Site.DESK)
class ShowSafeContact {

  private static final String ADDRESS = "/desk/cases/{handle}/people/{person}/plan";
  private static final String DONE = "done";
  private static final int LONGEST_NOTE = 1000;

  private final DeskCases cases;
  private final PlanDesk plans;
  private final Forces forces;
  private final Clock clock;

  ShowSafeContact(DeskCases cases, PlanDesk plans, Forces forces, Clock clock) {
    this.cases = cases;
    this.plans = plans;
    this.forces = forces;
    this.clock = clock;
  }

  @GetMapping(ADDRESS)
  @For(Act.CHANGE_PLAN)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam(defaultValue = "") String said) {
    return shown(opened(who, known(file), known(person), said.equals(DONE) ? DONE : ""));
  }

  @PostMapping(ADDRESS)
  @For(Act.CHANGE_PLAN)
  ModelAndView say(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var form = new PlanForm(fields);
    var note = fields.getOrDefault("note", "").strip();
    var faults = faults(form, note);
    if (!faults.isEmpty()) {
      return again(opened(who, known(file), known(person), "").typed(form, note, faults, ""));
    }
    var wish =
        new Wish(
            fields.getOrDefault("seen", ""),
            form.plan(zone(), today()),
            note,
            fields.containsKey("take-up"));
    return switch (plans.say(who, known(file), known(person), wish)) {
      case DONE ->
          new ModelAndView(
              SeeOther.at(opened(who, known(file), known(person), "").address() + "?said=" + DONE));
      case OVERTAKEN ->
          again(
              opened(who, known(file), known(person), "").typed(form, note, Map.of(), "overtaken"));
      case NOT_THERE -> throw new NotThere();
    };
  }

  private static Map<String, String> faults(PlanForm form, String note) {
    var faults = new LinkedHashMap<>(form.faults());
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      faults.put("note", "plan.fault.note");
    }
    return faults;
  }

  private SafeContactPage opened(StaffMember who, Handle file, Handle person, String said) {
    var sight = cases.look(who, file).orElseThrow(NotThere::new);
    var found =
        sight.people().stream()
            .filter(one -> one.handle().equals(person))
            .findFirst()
            .orElseThrow(NotThere::new);
    var plan = plans.show(who, file, person).orElseThrow(NotThere::new);
    return SafeContactPage.of(sight, found, plan, said);
  }

  private static ModelAndView shown(SafeContactPage page) {
    return new ModelAndView("web/officer/safecontact/plan", "page", page)
        .addObject("back", page.address());
  }

  private static ModelAndView again(SafeContactPage page) {
    var again = shown(page);
    again.setStatus(page.faults().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
    return again;
  }

  private ZoneId zone() {
    return forces.current().settings().zone();
  }

  private LocalDate today() {
    return forces.current().settings().day(clock.instant());
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
