package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.HeldForms.HeldForm;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffProof;

/**
 * Asks staff to sign in anew before an act that could do much harm: before they begin where there
 * is a page before the form, and else with what they filled in kept.
 */
@Component
class StepUp implements HandlerInterceptor {

  private static final String AGAIN = "/desk/again";

  private final StaffProof proof;
  private final HeldForms forms;

  StepUp(StaffProof proof, HeldForms forms) {
    this.proof = proof;
    this.forms = forms;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var member = DeskGate.member(request);
    if (member.isEmpty() || !strong(handler) || proof.fresh(member.get())) {
      return true;
    }
    if (HttpMethod.POST.matches(request.getMethod())) {
      keep(member.get(), request, response);
    } else {
      seeOther(response, AGAIN + "?to=" + encoded(request.getRequestURI()));
    }
    return false;
  }

  private static boolean strong(Object handler) {
    return handler instanceof HandlerMethod method
        && method.getMethodAnnotation(For.class) instanceof For page
        && page.value().strong();
  }

  private void keep(StaffMember who, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var handle = forms.keep(who.id(), HeldForm.of(request));
    if (handle.isPresent()) {
      seeOther(response, AGAIN + "/" + handle.get());
    } else {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, address);
  }
}
