package uk.followmycase.identity.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff.Refusal;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.StaffProvider;

/** Changes a provider's code for its ID token, and believes only what is proved. */
@Component
class StaffTokens {

  private final NamedSecrets secrets;

  StaffTokens(NamedSecrets secrets) {
    this.secrets = secrets;
  }

  /** A token that is proved, and what it says. */
  record Believed(String token, IDTokenClaimsSet claims) {

    @Override
    public String toString() {
      return "ID token";
    }
  }

  /**
   * What the provider says of whoever brought the code.
   *
   * @throws StaffTurnedAway when it is silent, or says what we cannot believe
   */
  Believed believed(
      StaffProvider provider,
      StaffIssuers.Known issuer,
      StaffTrip trip,
      AuthorizationCode code,
      URI callback) {
    try {
      var answer = answer(provider, issuer, trip, code, callback);
      if (answer.getStatusCode() >= 500) {
        throw new StaffTurnedAway(Refusal.PROVIDER_SILENT);
      }
      return checked(provider, issuer, trip, OIDCTokenResponse.parse(answer));
    } catch (IOException failed) {
      throw new StaffTurnedAway(Refusal.PROVIDER_SILENT, failed);
    } catch (ParseException | BadJOSEException | JOSEException unbelievable) {
      throw new StaffTurnedAway(Refusal.NOT_BELIEVED, unbelievable);
    }
  }

  private HTTPResponse answer(
      StaffProvider provider,
      StaffIssuers.Known issuer,
      StaffTrip trip,
      AuthorizationCode code,
      URI callback)
      throws IOException {
    var grant = new AuthorizationCodeGrant(code, callback, trip.asVerifier());
    var request =
        new TokenRequest.Builder(
                issuer.says().getTokenEndpointURI(), ourselves(provider, issuer), grant)
            .build()
            .toHTTPRequest();
    StaffIssuers.hurry(request);
    return request.send();
  }

  private ClientAuthentication ourselves(StaffProvider provider, StaffIssuers.Known issuer) {
    var secret =
        new Secret(
            secrets
                .at(provider.clientSecret())
                .orElseThrow(() -> new StaffTurnedAway(Refusal.PROVIDER_SILENT)));
    var client = new ClientID(provider.clientId());
    var ways = issuer.says().getTokenEndpointAuthMethods();
    return ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(client, secret)
        : new ClientSecretPost(client, secret);
  }

  /** Signed by a key pair of the provider, for us, in time, for this very trip. */
  private static Believed checked(
      StaffProvider provider, StaffIssuers.Known issuer, StaffTrip trip, OIDCTokenResponse response)
      throws BadJOSEException, JOSEException {
    var validator =
        new IDTokenValidator(
            issuer.says().getIssuer(),
            new ClientID(provider.clientId()),
            new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, issuer.keys()),
            null);
    var token = response.getOIDCTokens().getIDToken();
    var claims = validator.validate(token, trip.asNonce());
    if (!madeForUs(claims, new AuthorizedParty(provider.clientId()))) {
      throw new BadJWTException("The token was made for another client");
    }
    return new Believed(token.serialize(), claims);
  }

  /** A token that others may read, too, must name us as the one who asked. */
  private static boolean madeForUs(IDTokenClaimsSet claims, AuthorizedParty us) {
    var party = claims.getAuthorizedParty();
    return party == null ? claims.getAudience().size() == 1 : party.equals(us);
  }
}
