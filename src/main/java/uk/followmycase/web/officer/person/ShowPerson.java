package uk.followmycase.web.officer.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.CaseSight;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.Representatives;
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
          "approved",
          "approved-paused",
          "invited",
          "resent",
          "cancelled",
          "suspended",
          "restored",
          "two-people",
          "right-person",
          "withdrawn",
          "ended",
          "added",
          "not-now",
          "unreachable");

  private final DeskCases cases;
  private final DeskInvitations invitations;
  private final Representatives representatives;

  ShowPerson(DeskCases cases, DeskInvitations invitations, Representatives representatives) {
    this.cases = cases;
    this.invitations = invitations;
    this.representatives = representatives;
  }

  @GetMapping(PERSON)
  @For(Act.SEE_FILE)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam(defaultValue = "") String said) {
    var page =
        find(who, known(file), known(person), SAID.contains(said) ? said : "")
            .orElseThrow(NotThere::new);
    return new ModelAndView("web/officer/person/person", "page", page);
  }

  /**
   * The page once more, with what is at fault and what was typed there; of somebody who stands for
   * another no more, that of the other.
   */
  ModelAndView failed(
      StaffMember who, Handle file, Handle person, String field, String fault, String typed) {
    var page =
        find(who, file, person, "")
            .or(
                () ->
                    representatives
                        .stoodFor(who, file, person)
                        .flatMap(other -> find(who, file, other, "")))
            .orElseThrow(NotThere::new)
            .failed(field, fault, typed);
    return new ModelAndView("web/officer/person/person", "page", page);
  }

  private Optional<PersonPage> find(
      StaffMember who, Handle fileHandle, Handle personHandle, String said) {
    var sight = cases.look(who, fileHandle).orElseThrow(NotThere::new);
    return sight.people().stream()
        .filter(one -> one.handle().equals(personHandle))
        .findFirst()
        .map(found -> page(who, sight, found, said));
  }

  private PersonPage page(StaffMember who, CaseSight sight, CaseSight.OnCase found, String said) {
    var file = sight.page().handle();
    var invitation = invitations.show(who, file, found.handle()).orElseThrow(NotThere::new);
    var over =
        found.as() == null
            ? representatives.over(who, file, found.handle())
            : List.<Representatives.Over>of();
    return new PersonPage(sight, found, invitation, over, said, Map.of(), "");
  }

  static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
