package uk.followmycase.web.victim;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitation that this browser has opened at this host, and whether it was proved. */
public final class OpenedInvitation {

  private static final String OPENED = "invitation";
  private static final String PROVED = "invitation.proved";
  private static final String TICKET = "invitation.ticket";
  private static final String BETWEEN = " ";

  private OpenedInvitation() {}

  /**
   * A proof that this browser has shown.
   *
   * @param invitation of which invitation
   * @param at when
   */
  public record Proven(UUID invitation, Instant at) {}

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

  /** Remembers that this browser proved it, and when: anybody else's proof is not this one's. */
  public static void proved(UUID invitation, Instant at, HttpServletRequest request) {
    request.getSession().setAttribute(PROVED, invitation + BETWEEN + at);
  }

  /** The invitation, if one was opened. */
  public static Optional<UUID> in(HttpServletRequest request) {
    return Optional.ofNullable(text(OPENED, request)).map(UUID::fromString);
  }

  /** The invitation, if one was opened and proved. */
  public static Optional<Proven> provedIn(HttpServletRequest request) {
    return Optional.ofNullable(text(PROVED, request))
        .map(text -> text.split(BETWEEN))
        .map(parts -> new Proven(UUID.fromString(parts[0]), Instant.parse(parts[1])))
        .filter(proven -> in(request).equals(Optional.of(proven.invitation())));
  }

  /** Remembers the ticket to the sign-in host that went out for it. */
  public static void handedOver(String ticket, HttpServletRequest request) {
    request.getSession().setAttribute(TICKET, ticket);
  }

  /** The ticket, if one went out. */
  public static Optional<String> ticketIn(HttpServletRequest request) {
    return Optional.ofNullable(text(TICKET, request));
  }

  /** Forgets it. */
  public static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(OPENED);
      session.removeAttribute(PROVED);
      session.removeAttribute(TICKET);
    }
  }

  private static @Nullable String text(String name, HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(name);
  }
}
