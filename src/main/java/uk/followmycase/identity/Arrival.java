package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a portal does as somebody has just signed in at it, such as accepting the invitation that
 * this session has proved. The force is bound; no transaction runs. At most one bean.
 */
public interface Arrival {

  /**
   * Welcomes the person.
   *
   * @return path of the page to show, on the same host
   */
  String welcome(CurrentPerson person, HttpServletRequest request);
}
