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

/**
 * What a portal's code stands for. Kept as our own few fields, so that no class name decides what
 * is read back.
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
