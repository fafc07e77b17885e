package uk.followmycase.identity.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** A force's portal: public pages, the invitation's, and those behind the sign-in host. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

  private static final String CASES = "/cases";
  private static final String[] PRIVATE = {CASES, CASES + "/**"};
  private static final String[] PUBLIC = {
    "/",
    "/invitation",
    "/invitation/**",
    "/rights",
    "/support",
    "/safety",
    "/accessibility",
    "/cookies",
    "/language",
    "/signed-out"
  };

  private final Forces forces;
  private final Sites sites;

  PortalSecurity(Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
  }

  @Bean
  @Order(20)
  SecurityFilterChain portalChain(
      HttpSecurity http,
      Hosts hosts,
      PageSecurity pages,
      PortalRegistration registration,
      OwnLogin login,
      PortalWelcome welcome)
      throws Exception {
    login.on(http, PortalRegistration.ID, registration, welcome, this::backToStart);
    return pages
        .on(http, request -> "'self' " + sites.issuer(), request -> here("/signed-out"))
        .securityMatcher(hosts::portal)
        .authorizeHttpRequests(
            requests -> {
              PageSecurity.openTo(requests, PUBLIC);
              requests.requestMatchers(PRIVATE).authenticated().anyRequest().denyAll();
            })
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::signInFirst))
        .build();
  }

  private void signInFirst(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException, ServletException {
    var path = request.getRequestURI();
    if (path.equals(CASES) || path.startsWith(CASES + "/")) {
      PageSecurity.seeOther(response, here(PortalRegistration.SIGN_IN));
    } else {
      PageSecurity.absent().commence(request, response, refusal);
    }
  }

  /** A callback that does not belong to this session, is late, or came twice. */
  private void backToStart(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
    PageSecurity.seeOther(response, here("/"));
  }

  private String here(String path) {
    return sites.address(forces.current()) + path;
  }
}
