package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Which portal a person at the sign-in host came from, and goes back to. */
@Component
class CameFrom {

  private static final String FROM = "came-from";

  private final PendingAuthorization pending;
  private final Forces forces;

  CameFrom(PendingAuthorization pending, Forces forces) {
    this.pending = pending;
    this.forces = forces;
  }

  /** The portal whose request waits, or else whose ticket was shown. */
  Optional<Force> force(HttpServletRequest request) {
    return pending.force(request).or(() -> remembered(request));
  }

  /** As the force is served now: a session may remember one that is not any more. */
  Optional<Force> remembered(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(FROM) instanceof String id)) {
      return Optional.empty();
    }
    return forces.all().stream()
        .filter(force -> Integer.toString(force.id().value()).equals(id))
        .findFirst();
  }

  void remember(ForceId force, HttpServletRequest request) {
    request.getSession().setAttribute(FROM, Integer.toString(force.value()));
  }
}
