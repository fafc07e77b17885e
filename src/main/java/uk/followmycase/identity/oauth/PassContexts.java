package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import uk.followmycase.identity.StaffPass;

/**
 * Who works at a workplace. The session holds a pass; what it is worth is read from the workplace's
 * own row for every request, so that whatever ends there has ended here.
 *
 * @param standing who holds a pass here
 * @param replaced ends a visit in whose place another has begun
 */
record PassContexts(
    Function<StaffPass, Optional<Authentication>> standing, Consumer<StaffPass> replaced)
    implements SecurityContextRepository {

  static final String PASS = StaffPass.class.getName();

  /** The pass of this browser at this host; it may be worth nothing any more. */
  static Optional<StaffPass> pass(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((StaffPass) session.getAttribute(PASS));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new SeenWhenAsked(() -> pass(request).flatMap(standing));
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    var signedIn = context.getAuthentication();
    if (signedIn != null && signedIn.getPrincipal() instanceof OidcUser user) {
      begin(TokenClaims.pass(user), request);
    } else if (request.getSession(false) != null) {
      request.getSession(false).removeAttribute(PASS);
    }
  }

  /** Whoever has signed in anew goes on with what that allows, and with nothing of before. */
  private void begin(StaffPass pass, HttpServletRequest request) {
    pass(request).filter(before -> !before.equals(pass)).ifPresent(replaced);
    request.getSession().setAttribute(PASS, pass);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return pass(request).isPresent();
  }
}
