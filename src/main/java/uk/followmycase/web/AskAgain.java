package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffProof;

/**
 * Leads staff past their provider now and then, on the way to a page, so that whoever has lost a
 * role there has lost it here. The provider asks them nothing while it knows them, and they come
 * back to the page. A form is never held up so.
 */
@Component
class AskAgain implements HandlerInterceptor {

  /** Longer questions are none of ours. */
  private static final int LONGEST = 500;

  private final StaffProof proof;

  AskAgain(StaffProof proof) {
    this.proof = proof;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!HttpMethod.GET.matches(request.getMethod())
        || !page(handler)
        || DeskGate.member(request).filter(proof::due).isEmpty()) {
      return true;
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, proof.again(address(request), request));
    return false;
  }

  private static boolean page(Object handler) {
    return handler instanceof HandlerMethod method && method.getMethodAnnotation(For.class) != null;
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null || query.length() > LONGEST
        ? request.getRequestURI()
        : request.getRequestURI() + "?" + query;
  }
}
