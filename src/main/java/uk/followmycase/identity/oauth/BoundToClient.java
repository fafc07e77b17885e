package uk.followmycase.identity.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * Binds the force of the records system's registration around the rest of a call, before any
 * transaction. Nothing in a path, header or body can name another.
 */
class BoundToClient extends OncePerRequestFilter {

  private final Forces forces;
  private final Problems problems;

  BoundToClient(Forces forces, Problems problems) {
    this.forces = forces;
    this.problems = problems;
  }

  static Optional<ForceId> force(Jwt token) {
    return token.getClaim(RegisteredClients.FORCE) instanceof Number number && number.intValue() > 0
        ? Optional.of(new ForceId(number.intValue()))
        : Optional.empty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var force = callersForce();
    if (force.isEmpty()) {
      chain.doFilter(request, response);
    } else if (!takesPart(force.get())) {
      problems.answer(
          response,
          HttpStatus.FORBIDDEN,
          "force-closed",
          "This force does not take part at present. Nothing was stored.");
    } else {
      bound(force.get(), request, response, chain);
    }
  }

  private static Optional<ForceId> callersForce() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken caller
        ? force(caller.getToken())
        : Optional.empty();
  }

  private boolean takesPart(ForceId force) {
    return forces.byId(force).filter(served -> served.settings().open()).isPresent();
  }

  private static void bound(
      ForceId force, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      ForceBinding.call(
          force,
          () -> {
            chain.doFilter(request, response);
            return Boolean.TRUE;
          });
    } catch (ServletException | IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }
}
