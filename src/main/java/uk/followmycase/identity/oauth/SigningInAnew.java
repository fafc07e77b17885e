package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.ProviderToAsk;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffProof;

/**
 * Signing in anew is signing in: the same way, but that the provider must ask. The visit that comes
 * of it takes the place of the one before.
 */
@Component
class SigningInAnew implements StaffProof {

  private static final String ANEW = "anew";
  private static final String BACK_TO = "back-to";
  private static final String TO = "to";

  /** Pages of a desk's own, on the host where somebody asks. */
  private static final Pattern COMES_BACK = Pattern.compile("/desk/[A-Za-z0-9/_?=&%.-]{1,500}");

  private final AnsweringProviders providers;
  private final Clock clock;

  SigningInAnew(AnsweringProviders providers, Clock clock) {
    this.providers = providers;
    this.clock = clock;
  }

  @Override
  public boolean fresh(StaffMember member) {
    return member.provedLately(clock.instant());
  }

  @Override
  public boolean fresh(NationalAdministrator administrator) {
    return administrator.provedLately(clock.instant());
  }

  @Override
  public boolean due(StaffMember member) {
    return member.toBeAskedAgain(clock.instant()) && answers(member.askAgain());
  }

  @Override
  public boolean due(NationalAdministrator administrator) {
    return administrator.toBeAskedAgain(clock.instant()) && answers(administrator.askAgain());
  }

  /** Nobody is led away to where nobody is: their visit lasts a while longer by itself. */
  private boolean answers(@Nullable ProviderToAsk provider) {
    return provider != null && providers.answers(provider.issuer());
  }

  @Override
  public String again(String backTo, HttpServletRequest request) {
    comesBackTo(backTo, request);
    return DeskRegistration.SIGN_IN;
  }

  @Override
  public String again(
      NationalAdministrator administrator, String backTo, HttpServletRequest request) {
    comesBackTo(backTo, request);
    return NationalRegistration.SIGN_IN;
  }

  @Override
  public String anew(String backTo, HttpServletRequest request) {
    return anew(DeskRegistration.SIGN_IN, backTo, request);
  }

  @Override
  public String anew(
      NationalAdministrator administrator, String backTo, HttpServletRequest request) {
    return anew(NationalRegistration.SIGN_IN, backTo, request);
  }

  private static String anew(String signIn, String backTo, HttpServletRequest request) {
    comesBackTo(backTo, request);
    return signIn + "?" + ANEW;
  }

  /** What to add to the address of a sign-in that leads back to a page; nothing for others. */
  static String to(String page) {
    return COMES_BACK.matcher(page).matches()
        ? "?" + TO + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
        : "";
  }

  private static void remember(HttpServletRequest request) {
    Optional.ofNullable(request.getParameter(TO))
        .filter(page -> COMES_BACK.matcher(page).matches())
        .ifPresent(page -> comesBackTo(page, request));
  }

  /** Remembers where somebody goes on who signs in. */
  static void comesBackTo(String page, HttpServletRequest request) {
    request.getSession().setAttribute(BACK_TO, page);
  }

  /** The page that somebody comes back to who has signed in. */
  static String backTo(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(BACK_TO) instanceof String page)) {
      return "/";
    }
    session.removeAttribute(BACK_TO);
    return page;
  }

  /** Asks our sign-in host as it always is asked, and to ask anew where that is wanted. */
  static OAuth2AuthorizationRequestResolver questions(ClientRegistrationRepository registrations) {
    var usual = new DefaultOAuth2AuthorizationRequestResolver(registrations);
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(usual.resolve(request), request);
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(
          HttpServletRequest request, String registration) {
        return asked(usual.resolve(request, registration), request);
      }
    };
  }

  private static @Nullable OAuth2AuthorizationRequest asked(
      @Nullable OAuth2AuthorizationRequest usual, HttpServletRequest request) {
    if (usual != null) {
      remember(request);
    }
    return usual == null || request.getParameter(ANEW) == null
        ? usual
        : OAuth2AuthorizationRequest.from(usual)
            .additionalParameters(more -> more.put(AskingContexts.PROMPT, AskingContexts.LOGIN))
            .build();
  }
}
