package uk.followmycase.identity.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What holds where staff work: all of it is for them, but for what any host must say. */
@Component
class WorkplaceSecurity {

  private static final String[] PUBLIC = {
    "/accessibility", "/cookies", "/language", "/signed-out", "/signed-out/**"
  };
  private static final String SIGN_IN = "/oauth2/authorization/";
  private static final String LEFT = "/signed-out";

  private final PageSecurity pages;
  private final OwnLogin login;
  private final StaffFarewell farewells;
  private final EndedVisits ended;

  WorkplaceSecurity(
      PageSecurity pages, OwnLogin login, StaffFarewell farewells, EndedVisits ended) {
    this.pages = pages;
    this.login = login;
    this.farewells = farewells;
    this.ended = ended;
  }

  /**
   * A workplace as a site.
   *
   * @param id which of the registrations it is
   * @param address its own, without a slash at the end
   * @param client its name at the sign-in host
   */
  record Place(
      String id,
      ClientRegistrationRepository registrations,
      PassContexts contexts,
      Supplier<String> address,
      Supplier<String> client) {

    String page(String path) {
      return address.get() + path;
    }
  }

  HttpSecurity on(HttpSecurity http, Place place) throws Exception {
    login.on(
        http,
        place.id(),
        place.registrations(),
        (request, response, who) ->
            PageSecurity.seeOther(response, place.page(ended.onward(request, who))),
        (request, response, refusal) -> PageSecurity.seeOther(response, place.page(LEFT)));
    return pages
        .on(http, request -> "'self'", request -> place.page(LEFT))
        .logout(
            logout ->
                logout.logoutSuccessHandler(
                    (request, response, who) -> left(place, request, response)))
        .securityContext(context -> context.securityContextRepository(place.contexts()))
        .authorizeHttpRequests(
            requests -> {
              PageSecurity.openTo(requests, PUBLIC);
              requests.anyRequest().authenticated();
            })
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, refusal) ->
                            signInFirst(place, request, response, refusal))
                    .accessDeniedHandler(keepingForms()));
  }

  /** A provider that can be told is told; the page of ours that follows says which it was. */
  private void left(Place place, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var farewell = SignOut.farewell(request);
    if (farewell.isEmpty()) {
      PageSecurity.seeOther(response, place.page(LEFT));
    } else {
      farewells.show(farewell.get(), place.client().get(), request, response);
    }
  }

  /** A form made before somebody signed out and in again carries a token that is good no more. */
  private AccessDeniedHandler keepingForms() {
    var refused = PageSecurity.refused();
    return (request, response, refusal) -> {
      if (!(refusal instanceof CsrfException) || !ended.kept(request, response)) {
        refused.handle(request, response, refusal);
      }
    };
  }

  /**
   * Only where somebody looks, and for whatever address alike; a form of a visit that has ended is
   * kept, and nothing is done.
   */
  private void signInFirst(
      Place place,
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationException refusal)
      throws IOException, ServletException {
    var signIn = ended.signIn(request, place.page(SIGN_IN + place.id()));
    if (signIn.isPresent()) {
      PageSecurity.seeOther(response, signIn.get());
    } else if (!ended.kept(request, response)) {
      PageSecurity.absent().commence(request, response, refusal);
    }
  }
}
