package uk.followmycase.web.victim.terms;

import java.util.List;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SignIn;

/**
 * How somebody will sign in, and the way there.
 *
 * @param contacts masked
 * @param forceCode whether the code that the police gave is needed too
 * @param ticket for the sign-in host
 * @param force folder name of the force
 * @param signInHost base address
 */
record DetailsPage(
    List<String> contacts, boolean forceCode, String ticket, String force, String signInHost) {

  static DetailsPage of(SignIn.Proved proved, String ticket, String force, String signInHost) {
    return new DetailsPage(
        proved.contacts().stream().map(Contact::masked).toList(),
        proved.forceCode() != null,
        ticket,
        force,
        signInHost);
  }
}
