package uk.followmycase.web.victim;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitation that this browser has opened at this host, and whether it was proved. */
public final class OpenedInvitation {

  private static final String OPENED = "invitation";
  private static final String PROVED = "invitation.proved";

  private OpenedInvitation() {}

  /**
   * Remembers an opened invitation, in a session of its own: whoever is signed in here may be
   * somebody else, who is asked at the sign-in host, and whose visit may end there.
   */
  public static void remember(UUID invitation, HttpServletRequest request) {
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession().setAttribute(OPENED, invitation.toString());
  }

  /** Remembers that it was proved. */
  public static void proved(UUID invitation, HttpServletRequest request) {
    request.getSession().setAttribute(PROVED, invitation.toString());
  }

  /** The invitation, if one was opened. */
  public static Optional<UUID> in(HttpServletRequest request) {
    return Optional.ofNullable(text(OPENED, request)).map(UUID::fromString);
  }

  /** The invitation, if one was opened and proved. */
  public static Optional<UUID> provedIn(HttpServletRequest request) {
    return in(request).filter(opened -> opened.toString().equals(text(PROVED, request)));
  }

  /** Forgets it. */
  public static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(OPENED);
      session.removeAttribute(PROVED);
    }
  }

  private static @Nullable String text(String name, HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(name);
  }
}
