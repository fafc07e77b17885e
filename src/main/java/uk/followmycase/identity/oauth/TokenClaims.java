package uk.followmycase.identity.oauth;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.Sites;

/** What our tokens say beyond the standard's own claims. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String VISIT = "sid";
  private static final String STRICT = "strict";

  private final Sites sites;

  TokenClaims(Sites sites) {
    this.sites = sites;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      ofRecordsSystem(context);
    } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
        && context.getPrincipal() instanceof Authentication signedIn) {
      switch (signedIn.getPrincipal()) {
        case CurrentPerson person -> ofPerson(context, person);
        case StaffPass pass -> ofVisit(context, pass.signedInAt(), pass.visit());
        case null, default -> {}
      }
    }
  }

  /** Whom tokens of records systems are for. */
  static String audience(Sites sites) {
    return sites.address(sites.api());
  }

  /** Who an ID token speaks of. */
  static CurrentPerson person(OidcUser user) {
    return new CurrentPerson(
        new AccountId(UUID.fromString(user.getSubject())),
        Objects.requireNonNull(user.getAuthenticatedAt()),
        Boolean.TRUE.equals(user.getClaimAsBoolean(STRICT)),
        UUID.fromString(Objects.requireNonNull(user.getClaimAsString(VISIT))));
  }

  /** Which visit of staff an ID token speaks of. */
  static StaffPass pass(OidcUser user) {
    return new StaffPass(
        new StaffId(UUID.fromString(user.getSubject())),
        Objects.requireNonNull(user.getAuthenticatedAt()),
        UUID.fromString(Objects.requireNonNull(user.getClaimAsString(VISIT))));
  }

  private void ofRecordsSystem(JwtEncodingContext context) {
    Integer force =
        context.getRegisteredClient().getClientSettings().getSetting(RegisteredClients.FORCE);
    context
        .getClaims()
        .audience(List.of(audience(sites)))
        .claim(RegisteredClients.FORCE, Objects.requireNonNull(force))
        .claim(OAuth2ParameterNames.SCOPE, scope(context));
  }

  /** What was asked for, which is the client's; who asks for nothing gets all that it has. */
  private static String scope(JwtEncodingContext context) {
    var asked = context.getAuthorizedScopes();
    var all = asked.isEmpty() ? context.getRegisteredClient().getScopes() : asked;
    return String.join(" ", new TreeSet<>(all));
  }

  private static void ofPerson(JwtEncodingContext context, CurrentPerson person) {
    ofVisit(context, person.signedInAt(), person.visit());
    context.getClaims().claim(STRICT, person.strict());
  }

  private static void ofVisit(JwtEncodingContext context, Instant signedInAt, UUID visit) {
    context
        .getClaims()
        .claim(IdTokenClaimNames.AUTH_TIME, Date.from(signedInAt))
        .claim(VISIT, visit.toString());
  }
}
