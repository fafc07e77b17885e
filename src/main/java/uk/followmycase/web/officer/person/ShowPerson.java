package uk.followmycase.web.officer.person;

import java.util.Map;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.invitations.DeskInvitations;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** One person on a case. What is not there or not theirs to see is answered alike. */
@Controller
@On(Site.DESK)
class ShowPerson {

  static final String PERSON = "/desk/cases/{handle}/people/{person}";

  /** What can have become of an act: ends of the keys {@code person.said.}. */
  private static final Set<String> SAID =
      Set.of(
          "invited",
          "resent",
          "cancelled",
          "suspended",
          "restored",
          "two-people",
          "right-person",
          "withdrawn",
          "added",
          "not-now",
          "unreachable");

  private final DeskCases cases;
  private final DeskInvitations invitations;

  ShowPerson(DeskCases cases, DeskInvitations invitations) {
    this.cases = cases;
    this.invitations = invitations;
  }

  @GetMapping(PERSON)
  @For(Act.SEE_FILE)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam(defaultValue = "") String said) {
    var page = of(who, known(file), known(person), SAID.contains(said) ? said : "");
    return new ModelAndView("web/officer/person/person", "page", page);
  }

  /** The page once more, with what is at fault and what was typed there. */
  ModelAndView failed(
      StaffMember who, Handle file, Handle person, String field, String fault, String typed) {
    var page = of(who, file, person, "").failed(field, fault, typed);
    return new ModelAndView("web/officer/person/person", "page", page);
  }

  private PersonPage of(StaffMember who, Handle fileHandle, Handle personHandle, String said) {
    var sight = cases.look(who, fileHandle).orElseThrow(NotThere::new);
    var found =
        sight.people().stream()
            .filter(one -> one.handle().equals(personHandle))
            .findFirst()
            .orElseThrow(NotThere::new);
    var invitation = invitations.show(who, fileHandle, personHandle).orElseThrow(NotThere::new);
    return new PersonPage(sight, found, invitation, said, Map.of(), "");
  }

  static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
