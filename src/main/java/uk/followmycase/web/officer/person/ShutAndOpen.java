package uk.followmycase.web.officer.person;

import java.util.Map;
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
import uk.followmycase.identity.StaffMember;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Shuts, ends and opens access as it stood when the form was made; who shuts it says why. */
@Controller
@On(Site.DESK)
class ShutAndOpen {

  private static final String PERSON = ShowPerson.PERSON;

  private final AccessDesk access;
  private final ShowPerson pages;

  ShutAndOpen(AccessDesk access, ShowPerson pages) {
    this.access = access;
    this.pages = pages;
  }

  @PostMapping(PERSON + "/suspend")
  @For(Act.SUSPEND_ACCESS)
  ModelAndView suspend(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    return shut(who, seen(file, person, fields), access::suspend, fields, "suspend", "suspended");
  }

  @PostMapping(PERSON + "/restore")
  @For(Act.RESTORE_ACCESS)
  ModelAndView restore(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    var seen = seen(file, person, fields);
    return answer(seen, access.restore(who, seen), "restored");
  }

  @PostMapping(PERSON + "/withdraw")
  @For(Act.WITHDRAW_ACCESS)
  ModelAndView withdraw(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam Map<String, String> fields) {
    return shut(who, seen(file, person, fields), access::withdraw, fields, "withdraw", "withdrawn");
  }

  /** The page again where something is to be written, or was written for what stands no more. */
  private ModelAndView shut(
      StaffMember who,
      Seen seen,
      Shutting act,
      Map<String, String> fields,
      String form,
      String said) {
    var field = form + "-why";
    var why = fields.getOrDefault(field, "");
    var done = act.go(who, seen, why);
    return switch (done) {
      case NO_REASON -> pages.failed(who, seen.file(), seen.person(), field, fault(why), why);
      case NOT_NOW ->
          pages.failed(who, seen.file(), seen.person(), field, "person.fault.changed", why);
      case DONE, TWO_PEOPLE, NOT_THERE -> answer(seen, done, said);
    };
  }

  private static String fault(String why) {
    return why.isBlank() ? "person.fault.why" : "person.fault.long";
  }

  private static Seen seen(String file, String person, Map<String, String> fields) {
    return new Seen(
        ShowPerson.known(file), ShowPerson.known(person), fields.getOrDefault("seen", ""));
  }

  private static ModelAndView answer(Seen seen, Done done, String said) {
    return switch (done) {
      case DONE -> back(seen, said);
      case NOT_NOW -> back(seen, "not-now");
      case TWO_PEOPLE -> back(seen, "two-people");
      case NOT_THERE -> throw new NotThere();
      case NO_REASON -> throw new IllegalStateException("Opening wants none");
    };
  }

  private static ModelAndView back(Seen seen, String said) {
    return ActOnPerson.back(seen.file(), seen.person(), said);
  }

  @FunctionalInterface
  private interface Shutting {
    Done go(StaffMember who, Seen seen, String why);
  }
}
