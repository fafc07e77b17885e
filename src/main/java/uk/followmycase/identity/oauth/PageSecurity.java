package uk.followmycase.identity.oauth;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Visits;

/** What holds for every page of every site. */
@Component
class PageSecurity {

  /** Served to anybody, kept by browsers, the same for everybody. */
  static final String[] STATIC = {"/assets/**", "/brand/**", "/favicon.ico"};

  private final PersonContexts contexts;
  private final PageHeaders headers;
  private final OwnForms forms;
  private final SignOut signOut;
  private final Visits visits;
  private final Hosts hosts;
  private final CameFrom cameFrom;

  PageSecurity(
      PersonContexts contexts,
      PageHeaders headers,
      OwnForms forms,
      SignOut signOut,
      Visits visits,
      Hosts hosts,
      CameFrom cameFrom) {
    this.contexts = contexts;
    this.headers = headers;
    this.forms = forms;
    this.signOut = signOut;
    this.visits = visits;
    this.hosts = hosts;
    this.cameFrom = cameFrom;
  }

  /**
   * Sets up a site's chain.
   *
   * @param formsGoTo where its forms may lead
   * @param signedOut where somebody goes who has signed out
   */
  HttpSecurity on(
      HttpSecurity http,
      Function<HttpServletRequest, String> formsGoTo,
      Function<HttpServletRequest, String> signedOut)
      throws Exception {
    headers.on(http, formsGoTo);
    forms.on(http);
    return http.securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(new Exit(visits, hosts, cameFrom), CsrfFilter.class)
        .logout(
            logout ->
                logout
                    .logoutUrl(SignOut.PATH)
                    .addLogoutHandler(signOut)
                    .logoutSuccessHandler(
                        (request, response, who) -> seeOther(response, signedOut.apply(request))))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(absent()).accessDeniedHandler(refused()));
  }

  /** What anybody may see on a site: what never changes, these paths, and what went wrong. */
  static void openTo(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      String... paths) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR)
        .permitAll()
        .requestMatchers(STATIC)
        .permitAll()
        .requestMatchers(paths)
        .permitAll();
  }

  /** What is not open to somebody looks like what does not exist. */
  static AuthenticationEntryPoint absent() {
    return (request, response, refusal) -> response.sendError(HttpStatus.NOT_FOUND.value());
  }

  /** What a form is told whose token is not good; all else looks like what does not exist. */
  static AccessDeniedHandler refused() {
    return (request, response, refusal) ->
        response.sendError(
            refusal instanceof CsrfException
                ? HttpStatus.FORBIDDEN.value()
                : HttpStatus.NOT_FOUND.value());
  }

  static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", address);
  }
}
