package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;

/** From a portal to the sign-in host and back, and out again. */
@IdentityTest
class PortalSignInTests {

  private static final String SIGN_IN = "sign-in.localhost";
  private static final String SESSION = "__Host-fmc";

  @LocalServerPort int port;
  @Autowired SignIn signIn;
  @Autowired Forces forces;
  @Autowired Visits visits;
  @Autowired MovableClock clock;
  @Autowired JsonMapper json;

  private Browser browser;
  private Force first;
  private Force second;
  private AccountId account;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    first = forces.all().get(0);
    second = forces.all().get(1);
    account = signIn.open(SomeProof.standard());
  }

  @Test
  void leadsBackToThePortalThatAsked() {
    var asked = browser.follow(browser.get(first.settings().host(), "/cases/probe"));
    assertThat(asked.host()).isEqualTo(SIGN_IN);
    assertThat(signInForm().get("from").asInt()).isEqualTo(first.id().value());
    var onward = signInAs(browser, account);
    assertThat(URI.create(onward).getPath()).isEqualTo("/oauth2/authorize");
    browser.follow(goTo(browser, onward));
    var shown = browser.get(first.settings().host(), "/cases/probe");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(json.readTree(shown.body()).get("account").asString())
        .isEqualTo(account.value().toString());
    assertThat(json.readTree(shown.body()).get("force").asInt()).isEqualTo(first.id().value());
  }

  @Test
  void aQuestionLongerThanOursLeadsToSignInAndIsNotKept() {
    var way = browser.get(first.settings().host(), "/oauth2/authorization/portal");
    var asked = URI.create(way.header("Location"));
    var longer = asked.getPath() + "?" + asked.getRawQuery() + "&more=" + "a".repeat(5_000);
    var answer = browser.get(SIGN_IN, longer);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/sign-in");
  }

  @Test
  void theNextForceAsksNoQuestions() {
    enter(browser, first, account);
    var shown = browser.follow(browser.get(second.settings().host(), "/cases/probe"));
    assertThat(shown.host()).isEqualTo(second.settings().host());
    assertThat(browser.get(second.settings().host(), "/cases/probe").status()).isEqualTo(200);
  }

  @Test
  void signingOutAnywhereEndsTheVisitEverywhere() {
    enter(browser, first, account);
    browser.follow(browser.get(second.settings().host(), "/cases/probe"));
    var before = Map.copyOf(browser.cookies(second.settings().host()));
    var out = signOut(browser, first);
    assertThat(out.status()).isEqualTo(303);
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
    assertThat(browser.get(second.settings().host(), "/cases/probe").status()).isEqualTo(303);
    assertThat(signInForm().get("account").asString()).isEmpty();
    browser.cookies(second.settings().host()).putAll(before);
    assertThat(browser.get(second.settings().host(), "/cases/probe").status())
        .as("a kept cookie is worth nothing")
        .isEqualTo(303);
  }

  @Test
  void theExitEndsTheVisitAndGoesElsewhereAtOnce() {
    enter(browser, first, account);
    var kept = Map.copyOf(browser.cookies(SIGN_IN));
    var away = browser.get(first.settings().host(), "/exit");
    assertThat(away.status()).isEqualTo(303);
    assertThat(away.header("Location")).isEqualTo("https://www.bbc.co.uk/weather");
    assertThat(away.header("Clear-Site-Data")).contains("\"cookies\"");
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
    browser.cookies(SIGN_IN).putAll(kept);
    assertThat(signInForm().get("account").asString()).isEmpty();
    assertThat(new Browser(port).get(first.settings().host(), "/exit").status()).isEqualTo(303);
    assertThat(new Browser(port).get(SIGN_IN, "/exit").status()).isEqualTo(303);
  }

  @Test
  void theExitOfAPortalThatKnowsNobodyEndsTheVisitToo() {
    enter(browser, first, account);
    var away = browser.follow(browser.get(second.settings().host(), "/exit"));
    assertThat(away.host()).isEqualTo("www.bbc.co.uk");
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void whoeverIsInByLessIsOutOnceAForcesCodeIsWanted() {
    enter(browser, first, account);
    var proof = new SignIn.Proved(List.of(SomeProof.email()), SomeProof.FORCE_CODE.encoded());
    signIn.add(account, proof);
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void aForcesCodeTakesWhatItOpenedWithIt() {
    var strict = signIn.open(SomeProof.strict());
    enter(browser, first, strict);
    signIn.replaceForceCode(strict, SomeProof.FORCE_CODE.encoded());
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void aSessionOfOneForceOpensNothingAtAnother() {
    enter(browser, first, account);
    var thief = new Browser(port);
    thief.cookies(second.settings().host()).putAll(browser.cookies(first.settings().host()));
    assertThat(thief.get(second.settings().host(), "/cases/probe").status()).isEqualTo(303);
    thief.cookies(SIGN_IN).putAll(browser.cookies(first.settings().host()));
    assertThat(json.readTree(thief.get(SIGN_IN, "/sign-in/probe").body()).get("account").asString())
        .isEmpty();
  }

  @Test
  void aSessionIdThatWasPlantedIsWorthNothing() {
    var planted = "A".repeat(43);
    browser.cookies(first.settings().host()).put(SESSION, planted);
    browser.cookies(SIGN_IN).put(SESSION, planted);
    browser.follow(browser.get(first.settings().host(), "/cases/probe"));
    var known = browser.cookies(first.settings().host()).get(SESSION);
    var atSignIn = browser.cookies(SIGN_IN).get(SESSION);
    assertThat(known).isNotEqualTo(planted);
    browser.follow(goTo(browser, signInAs(browser, account)));
    assertThat(browser.cookies(first.settings().host()).get(SESSION)).isNotEqualTo(known);
    assertThat(browser.cookies(SIGN_IN).get(SESSION)).isNotEqualTo(atSignIn);
    var fixed = new Browser(port);
    fixed.cookies(first.settings().host()).put(SESSION, String.valueOf(known));
    assertThat(fixed.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void aCallbackWorksOnceAndOnlyInTheBrowserThatAsked() {
    browser.follow(browser.get(first.settings().host(), "/cases/probe"));
    var callback = goTo(browser, signInAs(browser, account));
    var thief = new Browser(port);
    assertThat(thief.hop(callback).header("Location")).isEqualTo(startOf(first));
    assertThat(thief.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
    assertThat(browser.hop(callback).header("Location")).endsWith("/cases");
    assertThat(browser.hop(callback).header("Location")).isEqualTo(startOf(first));
  }

  @Test
  void idlingEndsAVisitSoonerWhereItIsStrict() {
    var strict = signIn.open(SomeProof.strict());
    enter(browser, first, account);
    var careful = new Browser(port);
    enter(careful, first, strict);
    clock.advance(Duration.ofMinutes(9));
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(200);
    assertThat(careful.get(first.settings().host(), "/cases/probe").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(careful.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(15));
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void noVisitOutlastsTwelveHours() {
    enter(browser, first, account);
    for (var minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      clock.advance(Duration.ofMinutes(10));
      assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(10));
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  @Test
  void everythingOfAnAccountCanBeEndedAtOnce() {
    enter(browser, first, account);
    visits.endAll(account);
    assertThat(browser.get(first.settings().host(), "/cases/probe").status()).isEqualTo(303);
  }

  private void enter(Browser who, Force force, AccountId as) {
    who.follow(who.get(force.settings().host(), "/cases/probe"));
    who.follow(goTo(who, signInAs(who, as)));
    assertThat(who.get(force.settings().host(), "/cases/probe").status()).isEqualTo(200);
  }

  private static Page goTo(Browser who, String address) {
    var to = URI.create(address);
    return who.get(to.getHost(), to.getRawPath() + "?" + to.getRawQuery());
  }

  private static String startOf(Force force) {
    return "http://" + force.settings().host() + ":8080/";
  }

  private JsonNode signInForm() {
    return json.readTree(browser.get(SIGN_IN, "/sign-in/probe").body());
  }

  private String signInAs(Browser who, AccountId as) {
    var token = json.readTree(who.get(SIGN_IN, "/sign-in/probe").body()).get("token").asString();
    var answer =
        who.post(
            SIGN_IN, "/sign-in/probe", Map.of("account", as.value().toString(), "_csrf", token));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Page signOut(Browser who, Force force) {
    var token = who.get(force.settings().host(), "/invitation/probe").body();
    return who.post(force.settings().host(), "/sign-out", Map.of("_csrf", token));
  }
}
