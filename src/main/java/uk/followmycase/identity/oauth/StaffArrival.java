package uk.followmycase.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.Staff.Admission;
import uk.followmycase.identity.Staff.Refusal;
import uk.followmycase.identity.StaffSignIn;
import uk.followmycase.identity.StaffSignIn.Step.Onward;
import uk.followmycase.identity.StaffSignIn.Step.Refused;
import uk.followmycase.tenancy.StaffProvider;

/** Sends staff to their identity provider, and takes them in as they come back. */
@Component
class StaffArrival implements StaffSignIn {

  private static final String BUILT_IN = "built-in";

  private final Workplaces workplaces;
  private final StaffIssuers issuers;
  private final AnsweringProviders answering;
  private final StaffTokens tokens;
  private final StaffBrowsers browsers;
  private final Hosts hosts;
  private final Clock clock;

  StaffArrival(
      Workplaces workplaces,
      StaffIssuers issuers,
      AnsweringProviders answering,
      StaffTokens tokens,
      StaffBrowsers browsers,
      Hosts hosts,
      Clock clock) {
    this.workplaces = workplaces;
    this.issuers = issuers;
    this.answering = answering;
    this.tokens = tokens;
    this.browsers = browsers;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public Optional<Workplace> asked(HttpServletRequest request) {
    return browsers.asked(request);
  }

  @Override
  public Optional<String> cameBy(Workplace place, HttpServletRequest request) {
    return browsers
        .cameBy(place, request)
        .flatMap(name -> listed(place, name))
        .map(StaffProvider::name);
  }

  @Override
  public Optional<String> left(String client) {
    return workplaces.of(client).map(place -> workplaces.address(place) + "/signed-out/everywhere");
  }

  @Override
  public Step begin(String name, HttpServletRequest request) {
    return step(name, request, place -> new Onward(leave(provider(place, name), place, request)));
  }

  private String leave(StaffProvider provider, Workplace place, HttpServletRequest request) {
    var issuer = issuers.of(provider.issuer());
    var anew = browsers.anew(request);
    var trip = StaffTrip.begin(place.client(), provider.name(), anew, clock.instant());
    trip.keep(request);
    var question =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(provider.scopes().toArray(String[]::new)),
                new ClientID(provider.clientId()),
                callback(provider))
            .endpointURI(issuer.says().getAuthorizationEndpointURI())
            .state(trip.asState())
            .nonce(trip.asNonce())
            .codeChallenge(trip.asVerifier(), CodeChallengeMethod.S256);
    if (anew) {
      question.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
    }
    return question.build().toURI().toString();
  }

  @Override
  public Step finish(String name, HttpServletRequest request, HttpServletResponse response) {
    return step(name, request, place -> arrive(place, name, request, response));
  }

  private Step arrive(
      Workplace place, String name, HttpServletRequest request, HttpServletResponse response) {
    var state = Optional.ofNullable(request.getParameter(OAuth2ParameterNames.STATE));
    var trip =
        state
            .flatMap(text -> StaffTrip.end(text, clock.instant(), request))
            .filter(one -> one.workplace().equals(place.client()) && one.provider().equals(name))
            .orElseThrow(() -> new StaffTurnedAway(Refusal.STALE));
    var who = vouched(provider(place, name), trip, request);
    if (!trip.satisfied(who.provedAt())) {
      throw new StaffTurnedAway(Refusal.NOT_ASKED);
    }
    return taken(place, name, workplaces.admit(place, who), request, response);
  }

  private Staff.Vouched vouched(
      StaffProvider provider, StaffTrip trip, HttpServletRequest request) {
    var issuer = issuers.of(provider.issuer());
    var code = code(provider, issuer, request);
    var believed = issuers.inTurn(provider.issuer(), () -> believed(provider, issuer, trip, code));
    return StaffClaims.vouched(provider, issuer.says(), believed, clock.instant());
  }

  private StaffTokens.Believed believed(
      StaffProvider provider, StaffIssuers.Known issuer, StaffTrip trip, AuthorizationCode code) {
    try {
      return tokens.believed(provider, issuer, trip, code, callback(provider));
    } catch (StaffTurnedAway away) {
      if (away.why() == Refusal.PROVIDER_SILENT) {
        answering.failed(provider.issuer());
      }
      throw away;
    }
  }

  /** Where a provider names itself in its answer, it must be the one that was asked. */
  private AuthorizationCode code(
      StaffProvider provider, StaffIssuers.Known issuer, HttpServletRequest request) {
    try {
      var answer =
          AuthenticationResponseParser.parse(
              URI.create(callback(provider) + "?" + request.getQueryString()));
      var named = answer.getIssuer();
      var mustName = issuer.says().supportsAuthorizationResponseIssuerParam();
      if (named == null ? mustName : !named.equals(issuer.says().getIssuer())) {
        throw new StaffTurnedAway(Refusal.NOT_BELIEVED);
      }
      if (!answer.indicatesSuccess()) {
        throw new StaffTurnedAway(Refusal.DECLINED);
      }
      return answer.toSuccessResponse().getAuthorizationCode();
    } catch (ParseException | IllegalArgumentException malformed) {
      throw new StaffTurnedAway(Refusal.NOT_BELIEVED, malformed);
    }
  }

  @Override
  public Step builtIn(String key, HttpServletRequest request, HttpServletResponse response) {
    return step(
        BUILT_IN,
        request,
        place -> taken(place, BUILT_IN, workplaces.admitBuiltIn(place, key), request, response));
  }

  private Step taken(
      Workplace place,
      String provider,
      Admission admission,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (admission) {
      case Admission.In(var pass) ->
          new Onward(browsers.start(pass, place, provider, request, response));
      case Admission.Refused(var why) -> new Refused(why);
    };
  }

  /** Whatever ends a sign-in leaves a trace where somebody wanted to work. */
  private Step step(String name, HttpServletRequest request, Function<Workplace, Step> work) {
    var place = browsers.asked(request);
    if (place.isEmpty()) {
      return new Refused(Refusal.STALE);
    }
    try {
      return work.apply(place.get());
    } catch (StaffTurnedAway away) {
      var known = listed(place.get(), name).map(StaffProvider::name).orElse("unknown");
      workplaces.turnedAway(place.get(), known, away.why());
      return new Refused(away.why());
    }
  }

  private static StaffProvider provider(Workplace place, String name) {
    return listed(place, name).orElseThrow(() -> new StaffTurnedAway(Refusal.NOT_BELIEVED));
  }

  private static Optional<StaffProvider> listed(Workplace place, String name) {
    return place.providers().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Each provider has an address of its own to come back to, so that none can pass for another. */
  private URI callback(StaffProvider provider) {
    return URI.create(hosts.signIn("/staff/back/" + provider.name()));
  }
}
