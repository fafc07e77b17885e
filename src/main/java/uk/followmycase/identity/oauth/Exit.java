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

  Exit(Visits visits, Hosts hosts) {
    this.visits = visits;
    this.hosts = hosts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PATH.equals(request.getRequestURI());
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

  /**
   * Somebody on the way in by an invitation is nobody to the portal, but the sign-in host may know
   * them from before: then it is passed on the way out.
   */
  private String end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return ELSEWHERE;
    }
    var person = PersonContexts.person(request);
    person.ifPresent(visits::end);
    session.invalidate();
    return person.isEmpty() && hosts.portal(request) ? hosts.signIn(PATH) : ELSEWHERE;
  }
}
