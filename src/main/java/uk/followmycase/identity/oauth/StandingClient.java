package uk.followmycase.identity.oauth;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** A token is worth what its client is worth now: switched off, it opens nothing any more. */
@Component
class StandingClient implements OAuth2TokenValidator<Jwt> {

  private static final OAuth2TokenValidatorResult REFUSED =
      OAuth2TokenValidatorResult.failure(
          new OAuth2Error(
              OAuth2ErrorCodes.INVALID_TOKEN, "The client does not stand any more", null));

  private final MachineClientRegister register;

  StandingClient(MachineClientRegister register) {
    this.register = register;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var client = token.getSubject();
    var force = BoundToClient.force(token);
    return client != null && force.isPresent() && register.forceOf(client).equals(force)
        ? OAuth2TokenValidatorResult.success()
        : REFUSED;
  }
}
