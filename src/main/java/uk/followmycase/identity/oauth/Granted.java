package uk.followmycase.identity.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;

/**
 * What a code of a portal or desk stands for. Kept as our own few fields, so that no class name
 * decides what is read back.
 *
 * @param asked PKCE challenge and nonce, by their parameters' names
 */
record Granted(
    String client,
    UUID account,
    Instant signedInAt,
    boolean strict,
    UUID visit,
    Instant issuedAt,
    String authorizationUri,
    String redirectUri,
    @Nullable String state,
    Set<String> scopes,
    Map<String, String> asked) {

  static Granted of(
      String client, Object principal, OAuth2AuthorizationRequest request, Instant issuedAt) {
    return switch (principal) {
      case CurrentPerson person -> of(client, person, request, issuedAt);
      case StaffPass pass ->
          of(
              client,
              new CurrentPerson(
                  new AccountId(pass.account().value()), pass.signedInAt(), false, pass.visit()),
              request,
              issuedAt);
      default -> throw new IllegalArgumentException("Only people sign in by a code");
    };
  }

  private static Granted of(
      String client, CurrentPerson person, OAuth2AuthorizationRequest request, Instant issuedAt) {
    var asked = new TreeMap<String, String>();
    request.getAdditionalParameters().forEach((name, value) -> asked.put(name, value.toString()));
    return new Granted(
        client,
        person.account().value(),
        person.signedInAt(),
        person.strict(),
        person.visit(),
        issuedAt,
        request.getAuthorizationUri(),
        Objects.requireNonNull(request.getRedirectUri()),
        request.getState(),
        request.getScopes(),
        asked);
  }

  CurrentPerson person() {
    return new CurrentPerson(new AccountId(account), signedInAt, strict, visit);
  }

  StaffPass pass() {
    return new StaffPass(new StaffId(account), signedInAt, visit);
  }

  OAuth2AuthorizationRequest request() {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(client)
        .authorizationUri(authorizationUri)
        .redirectUri(redirectUri)
        .state(state)
        .scopes(scopes)
        .additionalParameters(Map.copyOf(asked))
        .build();
  }
}
