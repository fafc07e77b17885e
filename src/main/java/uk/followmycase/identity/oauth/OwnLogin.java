package uk.followmycase.identity.oauth;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** How a site of ours signs people in at our own sign-in host. */
@Component
class OwnLogin {

  private static final String SIGN_IN = "/oauth2/authorization/";
  private static final String CALLBACK = "/login/oauth2/code/";

  private final InHouseTokens tokens;

  OwnLogin(InHouseTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Adds it to a chain.
   *
   * @param id which of the registrations the site is
   * @param late a callback that does not belong to this session, is late, or came twice
   */
  void on(
      HttpSecurity http,
      String id,
      ClientRegistrationRepository registrations,
      AuthenticationSuccessHandler arrived,
      AuthenticationFailureHandler late)
      throws Exception {
    http.oauth2Login(
        login ->
            login
                .clientRegistrationRepository(registrations)
                .loginPage(SIGN_IN + id)
                .loginProcessingUrl(CALLBACK + id)
                .authorizationEndpoint(
                    asking ->
                        asking
                            .authorizationRequestRepository(new SignInTrips(registrations, id))
                            .authorizationRequestResolver(SigningInAnew.questions(registrations)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .successHandler(arrived)
                .failureHandler(late));
  }
}
