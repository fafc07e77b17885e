package uk.followmycase.identity.oauth;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** A force's desk: all of it is for staff of this force, but for what any host must say. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

  private static final String[] PUBLIC = {"/accessibility", "/cookies", "/language", "/signed-out"};

  private final Forces forces;
  private final Sites sites;

  DeskSecurity(Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
  }

  @Bean
  @Order(19)
  SecurityFilterChain deskChain(
      HttpSecurity http,
      Hosts hosts,
      PageSecurity pages,
      StaffContexts contexts,
      PortalClients clients,
      InHouseTokens tokens)
      throws Exception {
    var registration = new DeskRegistration(forces, clients, sites);
    return pages
        .on(http, request -> "'self'", request -> here("/signed-out"))
        .securityMatcher(hosts::desk)
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(PageSecurity.STATIC)
                    .permitAll()
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::signInFirst))
        .oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(registration)
                    .loginPage(DeskRegistration.SIGN_IN)
                    .loginProcessingUrl(DeskRegistration.CALLBACK)
                    .authorizationEndpoint(
                        asking ->
                            asking.authorizationRequestRepository(
                                new SignInTrips(registration, DeskRegistration.ID)))
                    .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                    .successHandler(
                        (request, response, who) -> PageSecurity.seeOther(response, here("/")))
                    // A callback of another browser, late or played again.
                    .failureHandler(
                        (request, response, refusal) ->
                            PageSecurity.seeOther(response, here("/signed-out"))))
        .build();
  }

  /** Only where somebody looks; a form of a visit that has ended is not sent on by itself. */
  private void signInFirst(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException, ServletException {
    if (HttpMethod.GET.matches(request.getMethod()) && request.getRequestURI().equals("/")) {
      PageSecurity.seeOther(response, here(DeskRegistration.SIGN_IN));
    } else {
      PageSecurity.absent().commence(request, response, refusal);
    }
  }

  private String here(String path) {
    return sites.deskAddress(forces.current()) + path;
  }
}
