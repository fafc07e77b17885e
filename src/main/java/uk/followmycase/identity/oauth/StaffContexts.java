package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffPass;

/**
 * Who works at the bound force's desk. The session holds a pass; what it is worth is read from the
 * force's own row for every request, so that whatever ends there has ended here.
 */
@Component
class StaffContexts implements SecurityContextRepository {

  static final String PASS = StaffPass.class.getName();

  private final Staff staff;

  StaffContexts(Staff staff) {
    this.staff = staff;
  }

  /** The pass of this browser at this host; it may be worth nothing any more. */
  static Optional<StaffPass> pass(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((StaffPass) session.getAttribute(PASS));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> pass(request).flatMap(staff::standing).map(Persons::working));
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
      request.getSession().setAttribute(PASS, TokenClaims.pass(user));
    } else if (request.getSession(false) != null) {
      request.getSession(false).removeAttribute(PASS);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return pass(request).isPresent();
  }

  /** Asks when somebody asks, which public pages never do. */
  static final class Deferred implements DeferredSecurityContext {

    private final Supplier<Optional<Authentication>> who;
    private @Nullable SecurityContext context;
    private boolean generated;

    Deferred(Supplier<Optional<Authentication>> who) {
      this.who = who;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        var known = who.get();
        generated = known.isEmpty();
        context =
            known
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextHolder::createEmptyContext);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
