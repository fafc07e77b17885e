package uk.followmycase.identity.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;
import uk.followmycase.tenancy.Sites;

/** The authorization server, on the sign-in host alone, with one issuer that no request decides. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerSecurity {

  static final String AUTHORIZE = "/oauth2/authorize";

  /** What is served of all that the protocol knows; the rest is as absent as any other page. */
  private static final Set<String> SERVED =
      Set.of(
          AUTHORIZE,
          "/oauth2/token",
          "/oauth2/jwks",
          "/.well-known/openid-configuration",
          "/.well-known/oauth-authorization-server");

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServerChain(
      HttpSecurity http,
      Hosts hosts,
      Sites sites,
      AskingContexts contexts,
      PendingAuthorization pending,
      PageHeaders headers)
      throws Exception {
    headers.on(http, request -> "'none'");
    RequestMatcher served =
        request -> hosts.signIn(request) && SERVED.contains(request.getRequestURI());
    return http.securityMatcher(served)
        .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.requestCache(pending))
        .logout(none -> none.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            refusals ->
                refusals.defaultAuthenticationEntryPointFor(
                    (request, response, refusal) ->
                        PageSecurity.seeOther(
                            response,
                            sites.issuer() + (contexts.forStaff(request) ? "/staff" : "/sign-in")),
                    request -> AUTHORIZE.equals(request.getRequestURI())))
        .build();
  }

  /** Which sessions stand is in their table; nothing is noted beside it. */
  @Bean
  SessionRegistry noSecondListOfSessions() {
    return new NoSecondList();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(Sites sites) {
    return AuthorizationServerSettings.builder().issuer(sites.issuer()).build();
  }

  @Bean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
    var encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(List::getFirst);
    return encoder;
  }

  @Bean
  JwtGenerator tokenGenerator(JwtEncoder encoder, TokenClaims claims, Clock clock) {
    var generator = new JwtGenerator(encoder);
    generator.setJwtCustomizer(claims);
    generator.setClock(clock);
    return generator;
  }

  @Bean
  SecretDigests secretDigests() {
    return new SecretDigests();
  }
}
