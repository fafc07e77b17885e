package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.HeldForms.HeldForm;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Keeps what somebody at a desk wrote whose visit ended meanwhile. Nothing is done by such a form;
 * whose it is, it says itself, sealed, and only that person is ever shown it.
 */
@Component
class EndedVisits {

  private static final String DESK = "/desk/";
  private static final String START = "/";
  private static final String DRAFTS = "/desk/drafts";
  private static final String KEPT = "/signed-out/kept";

  private final HeldForms forms;

  EndedVisits(HeldForms forms) {
    this.forms = forms;
  }

  /** Where somebody goes who has signed in: back, or to what was kept of them. */
  String onward(HttpServletRequest request, Authentication who) {
    var back = SigningInAnew.backTo(request);
    return back.equals(START)
            && ForceBinding.ifBound().isPresent()
            && who.getPrincipal() instanceof OidcUser user
            && !forms.waiting(TokenClaims.pass(user).account()).isEmpty()
        ? DRAFTS
        : back;
  }

  /**
   * Where to sign in for whoever wants a page of ours, so that they come back to it; empty for all
   * else. Whether there is such a page is not said.
   */
  Optional<String> signIn(HttpServletRequest request, String address) {
    var wanted = request.getRequestURI();
    if (!HttpMethod.GET.matches(request.getMethod()) || !isOurs(wanted)) {
      return Optional.empty();
    }
    var query = request.getQueryString();
    return Optional.of(address + SigningInAnew.to(wanted + (query == null ? "" : "?" + query)));
  }

  /** A desk is a force's: elsewhere its addresses are as absent as any other. */
  private static boolean isOurs(String wanted) {
    return wanted.equals(START) || (wanted.startsWith(DESK) && ForceBinding.ifBound().isPresent());
  }

  /** Keeps a form, if it is one of a desk's; whoever signs in next comes back to it. */
  boolean kept(HttpServletRequest request, HttpServletResponse response) {
    if (!HttpMethod.POST.matches(request.getMethod())
        || ForceBinding.ifBound().isEmpty()
        || !request.getRequestURI().startsWith(DESK)) {
      return false;
    }
    var written = request.getParameter(HeldForms.AUTHOR);
    var author = written == null ? null : forms.authorOf(written).orElse(null);
    return author != null && keep(author, request, response);
  }

  private boolean keep(StaffId author, HttpServletRequest request, HttpServletResponse response) {
    var handle = forms.keep(author, HeldForm.of(request));
    if (handle.isEmpty()) {
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      var draft = DRAFTS + "/" + handle.get();
      SigningInAnew.comesBackTo(draft, request);
      PageSecurity.seeOther(response, isHere(author) ? draft : KEPT);
    }
    return true;
  }

  /** Who has signed in again by another window finds the form at once. */
  private static boolean isHere(StaffId author) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof Authentication somebody
        && somebody.getPrincipal() instanceof StaffMember member
        && member.id().equals(author);
  }
}
