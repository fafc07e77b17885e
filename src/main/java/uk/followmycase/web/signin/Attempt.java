package uk.followmycase.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.followmycase.delivery.Contact;

/**
 * The sign-in that this browser has begun.
 *
 * @param id for identity
 * @param sentTo masked contacts, one or two: with one, the force's code is asked for as well
 * @param returning whether an invitation led here and the contacts sign in already
 */
public record Attempt(UUID id, List<String> sentTo, boolean returning) {

  private static final String KEY = "sign-in";
  private static final String BETWEEN = "\n";

  /** Whether the second code is the one that the police gave. */
  public boolean forceCode() {
    return sentTo.size() == 1;
  }

  /** An attempt with these contacts. */
  public static Attempt of(UUID id, List<Contact> contacts, boolean returning) {
    return new Attempt(id, contacts.stream().map(Contact::masked).toList(), returning);
  }

  /** Keeps it in the session instead of any other. */
  public void remember(HttpServletRequest request) {
    var parts = id + BETWEEN + returning + BETWEEN + String.join(BETWEEN, sentTo);
    request.getSession().setAttribute(KEY, parts);
  }

  /** The one that stands in the session. */
  public static Optional<Attempt> in(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof String kept)) {
      return Optional.empty();
    }
    var parts = List.of(kept.split(BETWEEN));
    return Optional.of(
        new Attempt(
            UUID.fromString(parts.get(0)),
            parts.subList(2, parts.size()),
            Boolean.parseBoolean(parts.get(1))));
  }

  /** Forgets it. */
  public static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(KEY);
    }
  }
}
