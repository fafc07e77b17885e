package uk.followmycase.identity.oauth;

import java.security.Principal;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.StaffPass;

/** Who is signed in, as Spring Security sees them. */
final class Persons {

  private Persons() {}

  static Authentication signedIn(CurrentPerson person) {
    var factor =
        FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.OTT_AUTHORITY)
            .issuedAt(person.signedInAt())
            .build();
    return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(factor));
  }

  /** At the sign-in host: who they are for a force, its desk asks for itself. */
  static Authentication passed(StaffPass pass) {
    return UsernamePasswordAuthenticationToken.authenticated(pass, null, List.of());
  }

  /** At a workplace of their own: a force's staff, or the nation's administrators. */
  static Authentication working(Principal member) {
    return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
  }
}
