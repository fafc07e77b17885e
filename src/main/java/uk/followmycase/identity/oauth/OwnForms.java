package uk.followmycase.identity.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/**
 * Lets only our own forms change anything. A form shows the token that a cookie of this very host
 * holds (so a visitor needs no session, and a browser no JavaScript); and where the browser says
 * that a form came from elsewhere, that is the end of it.
 *
 * <p>One form comes from elsewhere by design: a force's host hands a person over to the sign-in
 * host with a one-use ticket. Its origin must be one of ours.
 */
@Component
class OwnForms {

  private static final String HAND_OVER = "/enter";
  private static final String FROM = "Sec-Fetch-Site";
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final CsrfTokenRepository tokens;
  private final Forces forces;
  private final Sites sites;
  private final Hosts hosts;

  OwnForms(CsrfTokenRepository tokens, Forces forces, Sites sites, Hosts hosts) {
    this.tokens = tokens;
    this.forces = forces;
    this.sites = sites;
    this.hosts = hosts;
  }

  void on(HttpSecurity http) throws Exception {
    http.csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(this::handOver))
        .addFilterBefore(new FromElsewhere(), CsrfFilter.class);
  }

  private boolean handOver(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null
        && HAND_OVER.equals(request.getRequestURI())
        && hosts.signIn(request)
        && forces.all().stream().anyMatch(force -> sites.address(force).equals(origin));
  }

  /** Believes the browser where it speaks; older ones say nothing, and the token decides alone. */
  private final class FromElsewhere extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var from = request.getHeader(FROM);
      if (from != null
          && !OURS.contains(from)
          && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
          && !handOver(request)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
      } else {
        chain.doFilter(request, response);
      }
    }
  }
}
