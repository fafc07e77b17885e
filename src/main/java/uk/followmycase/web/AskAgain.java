package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffProof;

/**
 * Leads staff and the nation's administrators past their provider now and then, on the way to a
 * page, so that whoever has lost a role there has lost it here. The provider asks them nothing
 * while it knows them, and they come back to the page. A form is never held up so.
 */
@Component
class AskAgain implements HandlerInterceptor {

  /** Longer questions are none of ours. */
  private static final int LONGEST = 500;

  private static final Set<Site> NATION = Set.of(Site.NATIONAL);

  private final StaffProof proof;

  AskAgain(StaffProof proof) {
    this.proof = proof;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!HttpMethod.GET.matches(request.getMethod()) || !page(handler)) {
      return true;
    }
    var onward = onward(request);
    onward.ifPresent(
        address -> {
          response.setStatus(HttpStatus.SEE_OTHER.value());
          response.setHeader(HttpHeaders.LOCATION, address);
        });
    return onward.isEmpty();
  }

  /** What anybody may see is shown to anybody. */
  private static boolean page(Object handler) {
    return handler instanceof HandlerMethod method
        && (method.getMethodAnnotation(For.class) != null
            || (method.getBeanType().getAnnotation(On.class) instanceof On site
                && Set.of(site.value()).equals(NATION)));
  }

  private Optional<String> onward(HttpServletRequest request) {
    return switch (principal(request)) {
      case StaffMember member when proof.due(member) ->
          Optional.of(proof.again(address(request), request));
      case NationalAdministrator administrator when proof.due(administrator) ->
          Optional.of(proof.again(administrator, address(request), request));
      case null, default -> Optional.empty();
    };
  }

  private static @Nullable Object principal(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication somebody
        ? somebody.getPrincipal()
        : null;
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null || query.length() > LONGEST
        ? request.getRequestURI()
        : request.getRequestURI() + "?" + query;
  }
}
