package uk.followmycase.web.officer.representative;

import java.time.Clock;
import java.util.Map;
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
import uk.followmycase.cases.desk.Representatives;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Adds representatives of a person on a case. */
@Controller
@On(Site.DESK)
class RepresentativePages {

  private static final String PERSON = "/desk/cases/{handle}/people/{person}";
  private static final String FORM = "web/officer/representative/representative";

  private final DeskCases cases;
  private final Representatives representatives;
  private final Forces forces;
  private final Clock clock;

  RepresentativePages(
      DeskCases cases, Representatives representatives, Forces forces, Clock clock) {
    this.cases = cases;
    this.representatives = representatives;
    this.forces = forces;
    this.clock = clock;
  }

  @GetMapping(PERSON + "/representatives")
  @For(Act.ADD_REPRESENTATIVE)
  ModelAndView form(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person) {
    return shown(who, file, person, RepresentativeForm.EMPTY, Map.of());
  }

  @PostMapping(PERSON + "/representatives")
  @For(Act.ADD_REPRESENTATIVE)
  ModelAndView add(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var form = new RepresentativeForm(fields);
    var faults = form.faults();
    if (!faults.isEmpty()) {
      return shown(who, file, person, form, faults);
    }
    var today = forces.current().settings().day(clock.instant());
    return switch (representatives.add(who, known(file), known(person), form.somebody(today))) {
      case DONE -> back(file, person, "added");
      case NOT_NOW -> back(file, person, "not-now");
      case SAME_CONTACT ->
          shown(who, file, person, form, Map.of("phone", "representative.fault.same"));
      case ALREADY ->
          shown(who, file, person, form, Map.of("phone", "representative.fault.already"));
      case NOT_THERE -> throw new NotThere();
    };
  }

  private ModelAndView shown(
      StaffMember who,
      String file,
      String person,
      RepresentativeForm form,
      Map<String, String> faults) {
    var handle = known(person);
    var sight =
        cases
            .look(who, known(file))
            .filter(found -> found.may(Act.ADD_REPRESENTATIVE))
            .orElseThrow(NotThere::new);
    var found =
        sight.people().stream()
            .filter(one -> one.handle().equals(handle) && one.as() == null)
            .findFirst()
            .orElseThrow(NotThere::new);
    var page = new RepresentativePage(sight, found, form, faults);
    return new ModelAndView(FORM, Map.of("page", page, "back", page.address()));
  }

  private static ModelAndView back(String file, String person, String said) {
    return new ModelAndView(
        SeeOther.at("/desk/cases/" + file + "/people/" + person + "?said=" + said));
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
