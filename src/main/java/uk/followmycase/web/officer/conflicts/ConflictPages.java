package uk.followmycase.web.officer.conflicts;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Conflicts.Conflict;
import uk.followmycase.cases.desk.Conflicts.Outcome;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Names people and contacts whose cases one must not see; supervisors also for others. */
@Controller
@On(Site.DESK)
class ConflictPages {

  private static final String ADDRESS = "/desk/conflicts";
  private static final String OTHERS = "/desk/conflicts/others";

  private static final Map<String, String> ELSEWHERE =
      Map.of("collar", "desk.conflict.fault.elsewhere");

  private final Conflicts conflicts;

  ConflictPages(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  @GetMapping(ADDRESS)
  @For(Act.DECLARE_CONFLICT)
  ModelAndView own(@AuthenticationPrincipal StaffMember member) {
    return own(member, ConflictForm.EMPTY, Map.of());
  }

  @PostMapping(ADDRESS)
  @For(Act.DECLARE_CONFLICT)
  ModelAndView declare(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal StaffMember member) {
    var form = new ConflictForm("", kind, text, "");
    if (!form.faults().isEmpty()) {
      return own(member, form, form.faults());
    }
    var outcome = conflicts.declare(member, form.named().orElseThrow(), text);
    return outcome == Outcome.KEPT
        ? new ModelAndView(SeeOther.at(ADDRESS))
        : own(member, form, ConflictForm.faults(outcome));
  }

  @GetMapping(OTHERS)
  @For(Act.ADD_CONFLICT)
  ModelAndView others(@AuthenticationPrincipal StaffMember member) {
    return others(member, ConflictForm.EMPTY, List.of(), Map.of());
  }

  /** The name is shown before anything is: a number is easily mistyped. */
  @PostMapping(OTHERS)
  @For(Act.ADD_CONFLICT)
  ModelAndView add(
      @RequestParam(defaultValue = "") String collar,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String confirmed,
      @AuthenticationPrincipal StaffMember member) {
    var form = new ConflictForm(collar, kind, text, confirmed);
    if (form.collar().isEmpty() || form.faults().containsKey("collar")) {
      return others(member, form, List.of(), Map.of("collar", "desk.cover.fault.number"));
    }
    var faults =
        text.isBlank() || form.toConfirm() ? Map.<String, String>of() : added(member, form);
    return conflicts
        .of(member, form.collar())
        .map(named -> others(member, form, named, faults))
        .orElseGet(() -> others(member, form, List.of(), ELSEWHERE));
  }

  private Map<String, String> added(StaffMember member, ConflictForm form) {
    return form.named()
        .map(kind -> conflicts.add(member, form.collar(), kind, form.text()))
        .map(ConflictForm::faults)
        .orElseGet(form::faults);
  }

  @PostMapping("/desk/conflicts/lift")
  @For(Act.LIFT_CONFLICT)
  ModelAndView lift(
      @RequestParam(defaultValue = "") String conflict,
      @AuthenticationPrincipal StaffMember member) {
    Handle.parse(conflict).ifPresent(handle -> conflicts.lift(member, handle));
    return new ModelAndView(SeeOther.at(OTHERS));
  }

  private ModelAndView own(StaffMember member, ConflictForm form, Map<String, String> faults) {
    var others = DeskPolicy.STANDING.everAllows(member.roles(), Act.ADD_CONFLICT);
    return new ModelAndView(
        "web/officer/conflicts/own",
        Map.of(
            "form",
            form,
            "conflicts",
            conflicts.own(member),
            "others",
            others,
            "faults",
            faults,
            "back",
            ADDRESS));
  }

  private ModelAndView others(
      StaffMember member, ConflictForm form, List<Conflict> named, Map<String, String> faults) {
    var mine = form.collar().equals(member.collarNumber());
    var whose = form.collar().isEmpty() ? "" : conflicts.named(member, form.collar()).orElse("");
    return new ModelAndView(
            "web/officer/conflicts/others",
            Map.of(
                "form", form, "conflicts", named, "mine", mine, "faults", faults, "back", OTHERS))
        .addObject("whose", whose);
  }
}
