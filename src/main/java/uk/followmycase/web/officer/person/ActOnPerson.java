package uk.followmycase.web.officer.person;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.invitations.DeskInvitations;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Acts on somebody's invitation, each sent on so that loading again repeats nothing. */
@Controller
@On(Site.DESK)
class ActOnPerson {

  private static final String PERSON = ShowPerson.PERSON;

  private final DeskInvitations invitations;

  ActOnPerson(DeskInvitations invitations) {
    this.invitations = invitations;
  }

  @PostMapping(PERSON + "/invite")
  @For(Act.INVITE)
  ModelAndView invite(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person) {
    return invitation(who, file, person, invitations::invite, "invited");
  }

  @PostMapping(PERSON + "/resend")
  @For(Act.RESEND_INVITATION)
  ModelAndView resend(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person) {
    return invitation(who, file, person, invitations::resend, "resent");
  }

  @PostMapping(PERSON + "/cancel")
  @For(Act.CANCEL_INVITATION)
  ModelAndView cancel(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String person) {
    return invitation(who, file, person, invitations::cancel, "cancelled");
  }

  private static ModelAndView invitation(
      StaffMember who, String file, String person, OfInvitation act, String said) {
    var fileHandle = ShowPerson.known(file);
    var personHandle = ShowPerson.known(person);
    return switch (act.go(who, fileHandle, personHandle)) {
      case DONE -> back(fileHandle, personHandle, said);
      case NOT_NOW -> back(fileHandle, personHandle, "not-now");
      case UNREACHABLE -> back(fileHandle, personHandle, "unreachable");
      case NOT_THERE -> throw new NotThere();
    };
  }

  static ModelAndView back(Handle file, Handle person, String said) {
    return new ModelAndView(SeeOther.at(PersonPage.address(file, person) + "?said=" + said));
  }

  @FunctionalInterface
  private interface OfInvitation {
    DeskInvitations.Done go(StaffMember who, Handle file, Handle person);
  }
}
