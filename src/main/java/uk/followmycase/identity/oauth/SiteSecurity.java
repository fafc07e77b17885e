package uk.followmycase.identity.oauth;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import uk.followmycase.tenancy.Sites;

/** The sign-in host's pages, the landing page, and what no host answers. */
@Configuration(proxyBeanMethods = false)
class SiteSecurity {

  private static final String SELF = "'self'";
  private static final String[] SIGN_IN = {
    "/",
    "/sign-in",
    "/sign-in/**",
    "/enter",
    "/enter/**",
    "/staff",
    "/staff/**",
    "/language",
    "/accessibility",
    "/cookies",
    "/support",
    "/safety",
    "/signed-out"
  };
  private static final String[] LANDING = {
    "/",
    "/outbox",
    "/outbox/**",
    "/language",
    "/accessibility",
    "/cookies",
    "/actuator/health",
    "/actuator/health/**"
  };

  private final Sites sites;
  private final PageSecurity pages;

  SiteSecurity(Sites sites, PageSecurity pages) {
    this.sites = sites;
    this.pages = pages;
  }

  @Bean
  @Order(1)
  SecurityFilterChain nothingHereChain(
      HttpSecurity http, Hosts hosts, PageHeaders headers, Problems problems) throws Exception {
    headers.on(http, request -> "'none'");
    return http.securityMatcher(hosts.nothingHere())
        .csrf(csrf -> csrf.disable())
        .requestCache(none -> none.disable())
        .logout(none -> none.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(
                    (request, response, refusal) -> {
                      if (hosts.api(request)) {
                        problems.answer(
                            response,
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "The records API begins at /api; see /api/openapi.");
                      } else {
                        response.sendError(HttpStatus.NOT_FOUND.value());
                      }
                    }))
        .build();
  }

  @Bean
  @Order(30)
  SecurityFilterChain signInChain(
      HttpSecurity http, Hosts hosts, CameFrom cameFrom, StaffBrowsers staff) throws Exception {
    return open(http, request -> formsOfSignIn(request, cameFrom, staff), SIGN_IN)
        .securityMatcher(hosts::signIn)
        .build();
  }

  @Bean
  @Order(40)
  SecurityFilterChain landingChain(HttpSecurity http) throws Exception {
    return open(http, request -> SELF, LANDING).build();
  }

  /** Its cookie is bound to the host by its name, so no other host of ours can plant one. */
  @Bean
  static CsrfTokenRepository formTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("__Host-form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
    return tokens;
  }

  private HttpSecurity open(
      HttpSecurity http,
      java.util.function.Function<HttpServletRequest, String> formsGoTo,
      String[] paths)
      throws Exception {
    return pages
        .on(http, formsGoTo, request -> sites.address(sites.landing()) + "/")
        .authorizeHttpRequests(
            requests -> {
              PageSecurity.openTo(requests, paths);
              requests.anyRequest().denyAll();
            });
  }

  /** Signing in ends on the portal or workplace that asked; browsers check redirects too. */
  private String formsOfSignIn(HttpServletRequest request, CameFrom cameFrom, StaffBrowsers staff) {
    return staff
        .address(request)
        .or(() -> cameFrom.force(request).map(sites::address))
        .map(address -> SELF + " " + address)
        .orElse(SELF);
  }
}
