package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.For;
import uk.followmycase.identity.StaffMember;

/**
 * Refuses early whoever has no role for what a page of a desk is for, whatever the case. It never
 * lets anybody in: the services do, who know the case.
 */
@Component
public class DeskGate implements HandlerInterceptor {

  /** Set where a role was missing, for the words of the error page. */
  public static final String NO_ROLE = DeskGate.class.getName() + ".no-role";

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    var page = method.getMethodAnnotation(For.class);
    if (page == null || page.value() == Act.LEAVE || mayEver(request, page.value())) {
      return true;
    }
    request.setAttribute(NO_ROLE, true);
    response.sendError(HttpStatus.FORBIDDEN.value());
    return false;
  }

  private static boolean mayEver(HttpServletRequest request, Act act) {
    return member(request)
        .filter(member -> DeskPolicy.STANDING.everAllows(member.roles(), act))
        .isPresent();
  }

  /** Who is at the desk, if anybody is. */
  static Optional<StaffMember> member(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication somebody
            && somebody.getPrincipal() instanceof StaffMember member
        ? Optional.of(member)
        : Optional.empty();
  }
}
