package uk.followmycase.identity.oauth;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import uk.followmycase.identity.CurrentPerson;

/** A signed-in person as Spring Security sees one. */
final class Persons {

  private Persons() {}

  static Authentication signedIn(CurrentPerson person) {
    var factor =
        FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.OTT_AUTHORITY)
            .issuedAt(person.signedInAt())
            .build();
    return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(factor));
  }
}
