package uk.followmycase.tenancy.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/**
 * The one place that reads whose host a request came to. A force's host binds the force for all
 * that follows; the product's own hosts bind none; any other host is not found.
 */
final class ForceHosts implements Filter {

  private static final String LOOPBACK = "127.0.0.1";

  private final Forces forces;
  private final Set<String> ours;
  private final ClosedPage closedPage;

  ForceHosts(Forces forces, Sites sites, ClosedPage closedPage) {
    this.forces = forces;
    this.ours = Set.of(sites.landing(), sites.signIn(), sites.api(), sites.national());
    this.closedPage = closedPage;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
    var force = forces.byHost(host);
    if (force.isPresent()) {
      bound(force.get(), (HttpServletRequest) request, (HttpServletResponse) response, chain);
    } else if (ours.contains(host) || ownBackChannel(host, request)) {
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST) {
      ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void bound(
      Force force, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      ForceBinding.<Boolean, Exception>call(
          force.id(),
          () -> {
            if (force.settings().open()) {
              chain.doFilter(request, response);
            } else {
              closedPage.show(force, request, response);
            }
            return Boolean.TRUE;
          });
    } catch (IOException | ServletException | RuntimeException passedOn) {
      throw passedOn;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The program asks itself for tokens; identity decides for which addresses. */
  private static boolean ownBackChannel(String host, ServletRequest request) {
    return host.equals(LOOPBACK)
        && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
  }
}
