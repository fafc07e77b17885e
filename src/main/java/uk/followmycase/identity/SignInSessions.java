package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import uk.followmycase.tenancy.ForceId;

/** Sessions of the sign-in host, for its pages. */
public interface SignInSessions {

  /** Who is signed in at the sign-in host in this browser. */
  Optional<CurrentPerson> current(HttpServletRequest request);

  /**
   * The force whose portal the person came from: the one whose name and language the pages show, by
   * which codes are sent, and to which the person returns.
   *
   * @return empty when somebody opened the sign-in host by itself
   */
  Optional<ForceId> cameFrom(HttpServletRequest request);

  /** Remembers the force whose ticket was shown; an older request of a portal is forgotten. */
  void comesFrom(ForceId force, HttpServletRequest request);

  /**
   * Signs in: a session under a new id, and the end of whatever stood in this browser before, on
   * every host.
   */
  void start(AccountId account, HttpServletRequest request, HttpServletResponse response);

  /**
   * Ends the visit of whoever is signed in in this browser, on every host; where to go on stays.
   */
  void leave(HttpServletRequest request);

  /**
   * Where the browser goes on: an address within our own hosts, never out of the request. Empty
   * when the person came from no portal; then the landing page leads on.
   */
  Optional<String> onward(HttpServletRequest request);
}
