package uk.followmycase.web.officer.person;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.invitations.DeskInvitations;
import uk.followmycase.invitations.InvitationDesk.HandOver;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/**
 * Makes a code and shows it once, to be read out or printed. It stands in the answer to a form and
 * nowhere else: not in an address, not in a cache, not in the history.
 */
@Controller
@On(Site.DESK)
class HandOverCode {

  private final DeskInvitations invitations;
  private final Forces forces;
  private final Sites sites;
  private final Wording wording;

  HandOverCode(DeskInvitations invitations, Forces forces, Sites sites, Wording wording) {
    this.invitations = invitations;
    this.forces = forces;
    this.sites = sites;
    this.wording = wording;
  }

  @PostMapping(ShowPerson.PERSON + "/code")
  @For(Act.HAND_OVER_CODE)
  ModelAndView make(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam(defaultValue = "read-out") String as) {
    return made(who, file, person, as, invitations::handOver);
  }

  @PostMapping(ShowPerson.PERSON + "/new-code")
  @For(Act.REPLACE_CODE)
  ModelAndView replace(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person,
      @RequestParam(defaultValue = "read-out") String as) {
    return made(who, file, person, as, invitations::replaceCode);
  }

  private ModelAndView made(StaffMember who, String file, String person, String as, Way way) {
    var fileHandle = ShowPerson.known(file);
    var personHandle = ShowPerson.known(person);
    var wish =
        invitations
            .show(who, fileHandle, personHandle)
            .flatMap(sight -> Optional.ofNullable(sight.wish()));
    var answer = way.code(who, fileHandle, personHandle).orElseThrow(NotThere::new);
    var back = PersonPage.address(fileHandle, personHandle);
    return switch (answer) {
      case HandOver.Code code -> shown(code, as, wish, back);
      case HandOver.NotInvited(), HandOver.NotStrict(), HandOver.NobodyThere() ->
          new ModelAndView(SeeOther.at(back + "?said=not-now"));
    };
  }

  @FunctionalInterface
  private interface Way {
    Optional<HandOver> code(StaffMember who, Handle file, Handle person);
  }

  private ModelAndView shown(HandOver.Code code, String as, Optional<String> wish, String back) {
    var settings = forces.current().settings();
    var page =
        new CodePage(
            code.code(),
            code.goodUntil(),
            as.equals("card") || as.equals("letter") ? as : "read-out",
            languages(wish, settings.welshDuty()),
            wording,
            settings,
            sites.address(forces.current()),
            back);
    return new ModelAndView("web/officer/person/code", Map.of("page", page, "back", back));
  }

  /** Who was never asked gets both where the force must write in both. */
  private static List<Locale> languages(Optional<String> wish, boolean welshDuty) {
    if (wish.isPresent()) {
      return List.of(wish.get().equals("cy") ? Wording.WELSH : Locale.ENGLISH);
    }
    return welshDuty ? List.of(Wording.WELSH, Locale.ENGLISH) : List.of(Locale.ENGLISH);
  }
}
