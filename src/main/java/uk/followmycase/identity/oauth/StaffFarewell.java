package uk.followmycase.identity.oauth;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.StaffSignIn;

/** Leads somebody who has signed out past their provider, so that it forgets them, too. */
@Component
class StaffFarewell {

  private static final String LEFT = "/staff/left";
  private static final String ONWARD = "/signed-out/onward";

  private final Hosts hosts;

  StaffFarewell(Hosts hosts) {
    this.hosts = hosts;
  }

  /**
   * Shows a page that leads on by itself. A redirect would not do: it would be the answer to a
   * form, and browsers let a form lead to no host that its page did not know of, such as those that
   * the provider passes the browser on to.
   *
   * @param client the workplace to come back to
   */
  void show(
      Farewell farewell, String client, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.setAttribute(StaffSignIn.LEAVES_FOR, address(farewell, client));
    request.getRequestDispatcher(ONWARD).forward(request, response);
  }

  private String address(Farewell farewell, String client) {
    try {
      var token = farewell.idToken();
      return new LogoutRequest(
              farewell.address(),
              token == null ? null : JWTParser.parse(token),
              null,
              new ClientID(farewell.clientId()),
              URI.create(hosts.signIn(LEFT)),
              new State(client),
              null)
          .toURI()
          .toString();
    } catch (ParseException impossible) {
      throw new IllegalStateException("The token was read at the sign-in", impossible);
    }
  }
}
