package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.HeldForms.HeldForm;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A form does what its author wants, in the author's name or not at all: on a shared computer
 * somebody else may have signed in before it was sent. What was kept is forgotten once it is sent.
 */
@Component
class KeptForms implements HandlerInterceptor {

  private static final String DESK = "/desk/";
  private static final String NOT_YOURS = "/desk/drafts/not-yours";

  private final HeldForms forms;

  KeptForms(HeldForms forms) {
    this.forms = forms;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var member = DeskGate.member(request).filter(who -> isForm(request));
    var author = member.flatMap(who -> author(request)).filter(id -> !id.equals(id(member)));
    if (author.isEmpty()) {
      return true;
    }
    if (forms.keep(author.get(), HeldForm.of(request)).isPresent()) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, NOT_YOURS);
    } else {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
    return false;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    var kept = request.getParameter(HeldForms.KEPT);
    if (kept != null
        && failed == null
        && isForm(request)
        && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
      DeskGate.member(request)
          .ifPresent(who -> Handle.parse(kept).ifPresent(handle -> forms.forget(who, handle)));
    }
  }

  private Optional<StaffId> author(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(HeldForms.AUTHOR)).flatMap(forms::authorOf);
  }

  private static boolean isForm(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod()) && request.getRequestURI().startsWith(DESK);
  }

  private static @Nullable StaffId id(Optional<StaffMember> member) {
    return member.map(StaffMember::id).orElse(null);
  }
}
