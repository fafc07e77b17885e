package uk.followmycase.identity.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import uk.followmycase.identity.MachineClients.Scope;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/**
 * The API for forces' own systems: on its own host, by token, for the force that the token's client
 * belongs to.
 */
@Configuration(proxyBeanMethods = false)
class RecordsApiSecurity {

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  @Bean
  @Order(0)
  SecurityFilterChain recordsApiChain(
      HttpSecurity http, Hosts hosts, PageHeaders headers, Forces forces, Problems problems)
      throws Exception {
    headers.on(http, request -> "'none'");
    return http.securityMatcher(hosts.recordsApi())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(none -> none.disable())
        .logout(none -> none.disable())
        .anonymous(anybody -> {})
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/openapi", "/api/openapi.yaml")
                    .permitAll()
                    .requestMatchers("/api/v1/tasks", "/api/v1/tasks/**")
                    .hasAuthority(scope(Scope.TASKS))
                    .anyRequest()
                    .hasAuthority(scope(Scope.RECORDS)))
        .oauth2ResourceServer(
            api -> api.jwt(jwt -> {}).authenticationEntryPoint(unauthenticated(problems)))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(unauthenticated(problems))
                    .accessDeniedHandler(denied(problems)))
        .addFilterBefore(new ComeAgain(problems), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(new BoundToClient(forces, problems), AuthorizationFilter.class)
        .build();
  }

  /** Only our keys, our algorithm, our issuer, meant for the API, in time, of a standing client. */
  @Bean
  JwtDecoder recordsTokens(
      JWKSource<SecurityContext> keys, Sites sites, StandingClient standing, Clock clock) {
    var timestamps = new JwtTimestampValidator(CLOCKS_DIFFER);
    timestamps.setClock(clock);
    timestamps.setAllowEmptyExpiryClaim(false);
    var decoder = new NimbusJwtDecoder(IdTokens.processor(keys));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            timestamps,
            new JwtIssuerValidator(sites.issuer()),
            new JwtAudienceValidator(TokenClaims.audience(sites)),
            standing));
    return decoder;
  }

  private static String scope(Scope scope) {
    return "SCOPE_" + scope.code();
  }

  private static AuthenticationEntryPoint unauthenticated(Problems problems) {
    var challenge = new BearerTokenAuthenticationEntryPoint();
    return (request, response, refusal) -> {
      challenge.commence(request, response, refusal);
      problems.answer(
          response,
          HttpStatus.valueOf(response.getStatus()),
          "token",
          "Get an access token from the token endpoint and send it as a bearer token.");
    };
  }

  private static AccessDeniedHandler denied(Problems problems) {
    return (request, response, refusal) ->
        problems.answer(
            response,
            HttpStatus.FORBIDDEN,
            "forbidden",
            "This client, or its token, is not for this part of the API.");
  }
}
