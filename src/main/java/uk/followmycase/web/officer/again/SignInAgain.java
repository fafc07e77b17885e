package uk.followmycase.web.officer.again;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffProof;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Leads to the provider, and back to the page or the form that wanted it. */
@Controller
@On(Site.DESK)
class SignInAgain {

  /** A page of this host, and no other host's by whatever spelling. */
  private static final Pattern HERE = Pattern.compile("/([\\w~.?=&%-][\\w~.?=&%/-]{0,500})?");

  private final StaffProof proof;
  private final HeldForms forms;

  SignInAgain(StaffProof proof, HeldForms forms) {
    this.proof = proof;
    this.forms = forms;
  }

  @GetMapping("/desk/again")
  @For(Act.ENTER)
  ModelAndView page(
      @RequestParam(defaultValue = "/") String to,
      @AuthenticationPrincipal StaffMember member,
      HttpServletRequest request) {
    var back = HERE.matcher(to).matches() ? to : "/";
    return proof.fresh(member)
        ? new ModelAndView(SeeOther.at(back))
        : asking(proof.anew(back, request), false);
  }

  @GetMapping("/desk/again/{handle}")
  @For(Act.ENTER)
  ModelAndView form(
      @PathVariable String handle,
      @AuthenticationPrincipal StaffMember member,
      HttpServletRequest request) {
    var held = Handle.parse(handle).flatMap(known -> forms.find(member, known));
    return held.isPresent() && !proof.fresh(member)
        ? asking(proof.anew("/desk/again/" + handle, request), true)
        : ready(held, handle);
  }

  private static ModelAndView ready(Optional<HeldForms.HeldForm> held, String handle) {
    return held.map(
            form ->
                new ModelAndView("web/officer/again/ready", "held", form)
                    .addObject("handle", handle))
        .orElseGet(() -> new ModelAndView("web/officer/again/gone", HttpStatus.NOT_FOUND));
  }

  private static ModelAndView asking(String address, boolean kept) {
    return new ModelAndView("web/officer/again/again", "address", address).addObject("kept", kept);
  }
}
