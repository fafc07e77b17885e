package uk.followmycase.web.officer.person;

import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Done;
import uk.followmycase.cases.desk.AccessDesk.Seen;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.Representatives;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Shuts, ends and opens access as it stood when the form was made; who shuts it says why. */
@Controller
@On(Site.DESK)
class ShutAndOpen {

  private static final String PERSON = ShowPerson.PERSON;

  /** What is said once it is done, by what was done. */
  private static final Map<String, String> SAID =
      Map.of("suspend", "suspended", "withdraw", "withdrawn", "end", "ended");

  private final AccessDesk access;
  private final Representatives representatives;
  private final ShowPerson pages;

  ShutAndOpen(AccessDesk access, Representatives representatives, ShowPerson pages) {
    this.access = access;
    this.representatives = representatives;
    this.pages = pages;
  }

  @PostMapping(PERSON + "/suspend")
  @For(Act.SUSPEND_ACCESS)
  ModelAndView suspend(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var seen = seen(file, person, fields);
    return shut(who, seen, access::suspend, fields, "suspend", seen.person());
  }

  @PostMapping(PERSON + "/restore")
  @For(Act.RESTORE_ACCESS)
  ModelAndView restore(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var seen = seen(file, person, fields);
    return switch (access.restore(who, seen)) {
      case DONE -> back(seen, "restored");
      case NOT_NOW -> back(seen, "not-now");
      case TWO_PEOPLE -> back(seen, "two-people");
      case NOT_THERE -> throw new NotThere();
      case NO_REASON -> throw new IllegalStateException("Opening wants none");
    };
  }

  @PostMapping(PERSON + "/withdraw")
  @For(Act.WITHDRAW_ACCESS)
  ModelAndView withdraw(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var seen = seen(file, person, fields);
    return shut(who, seen, access::withdraw, fields, "withdraw", seen.person());
  }

  /** Nothing is left of a representative but why: that stands with the person. */
  @PostMapping(PERSON + "/end")
  @For(Act.END_REPRESENTATIVE)
  ModelAndView end(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var seen = seen(file, person, fields);
    var whose = representatives.stoodFor(who, seen.file(), seen.person()).orElse(seen.person());
    return shut(who, seen, representatives::end, fields, "end", whose);
  }

  /** The page again where something is to be written, or was written for what stands no more. */
  private ModelAndView shut(
      StaffMember who,
      Seen seen,
      Shutting act,
      Map<String, String> fields,
      String form,
      Handle whose) {
    var field = form + "-why";
    var why = fields.getOrDefault(field, "");
    var done = act.go(who, seen, why);
    return switch (done) {
      case NO_REASON -> pages.failed(who, seen.file(), seen.person(), field, fault(why), why);
      case NOT_NOW ->
          pages.failed(who, seen.file(), seen.person(), field, "person.fault.changed", why);
      case DONE -> ActOnPerson.back(seen.file(), whose, Objects.requireNonNull(SAID.get(form)));
      case NOT_THERE -> throw new NotThere();
      case TWO_PEOPLE -> throw new IllegalStateException("One is enough to shut it");
    };
  }

  private static String fault(String why) {
    return why.isBlank() ? "person.fault.why" : "person.fault.long";
  }

  private static Seen seen(String file, String person, Map<String, String> fields) {
    return new Seen(
        ShowPerson.known(file), ShowPerson.known(person), fields.getOrDefault("seen", ""));
  }

  private static ModelAndView back(Seen seen, String said) {
    return ActOnPerson.back(seen.file(), seen.person(), said);
  }

  @FunctionalInterface
  private interface Shutting {
    Done go(StaffMember who, Seen seen, String why);
  }
}
