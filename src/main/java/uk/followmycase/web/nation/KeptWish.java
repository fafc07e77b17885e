package uk.followmycase.web.nation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.web.SwitchForm;

/**
 * What an administrator filled in who has to sign in anew first. It waits in their own session,
 * sealed like all of it, for nobody else and for no other switch.
 */
final class KeptWish {

  private static final String KEPT = "switch-wish";
  private static final int PARTS = 5;

  private KeptWish() {}

  static void keep(
      NationalAdministrator who, String address, SwitchForm typed, HttpServletRequest request) {
    var parts = List.of(who.getName(), address, typed.to(), typed.review(), typed.reason());
    request.getSession().setAttribute(KEPT, String.join("\n", parts));
  }

  static Optional<SwitchForm> find(
      NationalAdministrator who, String address, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEPT) instanceof String kept)) {
      return Optional.empty();
    }
    var parts = kept.split("\n", PARTS);
    return parts[0].equals(who.getName()) && parts[1].equals(address)
        ? Optional.of(new SwitchForm(parts[2], parts[4], parts[3]))
        : Optional.empty();
  }

  static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(KEPT);
    }
  }
}
