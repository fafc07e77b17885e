package uk.followmycase.identity.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.followmycase.identity.Visits;

/**
 * "Exit this page": away at once, whatever else works. The whole visit ends, since a sign-in host
 * that still knew the person would let the next one who looks in again without a question.
 *
 * <p>The browser's cache holds no page of ours, and clearing it can take seconds, which somebody
 * who needs this button does not have: only cookies and storage are cleared.
 */
class Exit extends OncePerRequestFilter {

  static final String PATH = "/exit";

  private static final Logger LOG = LoggerFactory.getLogger(Exit.class);
  private static final String ELSEWHERE = "https://www.bbc.co.uk/weather";

  private final Visits visits;
  private final Hosts hosts;
  private final CameFrom cameFrom;

  Exit(Visits visits, Hosts hosts, CameFrom cameFrom) {
    this.visits = visits;
    this.hosts = hosts;
    this.cameFrom = cameFrom;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATH.equals(request.getRequestURI()) || hosts.desk(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var onward = ELSEWHERE;
    try {
      onward = end(request);
    } catch (DataAccessException failed) {
      LOG.warn("A visit could not be ended by its exit; it idles out");
    }
    response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
    response.setHeader(HttpHeaders.LOCATION, onward);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }

  private String end(HttpServletRequest request) {
    var person = PersonContexts.person(request);
    person.ifPresent(visits::end);
    var onward = onward(person.isPresent(), request);
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return onward;
  }

  /**
   * A host that does not know the person leads past the one that may: whoever is nobody to a portal
   * may be signed in at the sign-in host, and a portal keeps what was proved there while somebody
   * is away at the sign-in host.
   */
  private String onward(boolean known, HttpServletRequest request) {
    if (hosts.portal(request)) {
      return known ? ELSEWHERE : hosts.signIn(PATH);
    }
    return hosts.signIn(request)
        ? cameFrom
            .force(request)
            .filter(force -> force.settings().open())
            .map(force -> hosts.portal(force, PATH))
            .orElse(ELSEWHERE)
        : ELSEWHERE;
  }
}
