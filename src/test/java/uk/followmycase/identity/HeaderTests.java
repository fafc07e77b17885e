package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.tenancy.Forces;

/** Headers of every kind of answer, cookies, and forms from elsewhere. */
@IdentityTest
class HeaderTests {

  private static final String SIGN_IN = "sign-in.localhost";

  @LocalServerPort int port;
  @Autowired Forces forces;
  @Autowired JdbcClient jdbc;

  private Browser browser;
  private String portal;

  @BeforeEach
  void comeFresh() {
    browser = new Browser(port);
    portal = forces.all().getFirst().settings().host();
  }

  @Test
  void everyAnswerIsGuarded() {
    for (var page : answersOfAllKinds()) {
      var what = page.host() + " " + page.status();
      assertThat(page.header("Content-Security-Policy"))
          .as(what)
          .startsWith("default-src 'none'; style-src 'self'; script-src 'self'")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action ")
          .doesNotContain("unsafe", "*", "data:");
      assertThat(page.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
      assertThat(page.header("X-Frame-Options")).as(what).isEqualTo("DENY");
      assertThat(page.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
      assertThat(page.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
      assertThat(page.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
      assertThat(page.header("Permissions-Policy")).as(what).contains("geolocation=()");
      assertThat(page.header("Cache-Control")).as(what).contains("no-store");
      assertThat(page.header("Server")).as(what).isEmpty();
      assertThat(page.header("X-Powered-By")).as(what).isEmpty();
      assertThat(page.header("Strict-Transport-Security")).as(what).isEmpty();
    }
  }

  @Test
  void everyCookieIsOfItsHostAloneAndNotForScripts() {
    browser.get(portal, "/invitation/probe");
    var cookies =
        List.of(
                browser.get(portal, "/oauth2/authorization/portal"),
                new Browser(port).get(portal, "/invitation/probe"),
                browser.follow(browser.get(portal, "/cases/probe")))
            .stream()
            .flatMap(page -> page.cookies().stream())
            .toList();
    assertThat(cookies)
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-")
                    .contains("Path=/", "; Secure", "; HttpOnly", "SameSite=")
                    .doesNotContainIgnoringCase("domain="));
  }

  @Test
  void formsStayWithinTheirOwnHostAndTheSignInHost() {
    assertThat(browser.get(portal, "/invitation/probe").header("Content-Security-Policy"))
        .endsWith("form-action 'self' http://sign-in.localhost:8080");
    assertThat(browser.get(SIGN_IN, "/nothing").header("Content-Security-Policy"))
        .endsWith("form-action 'self'");
    browser.follow(browser.get(portal, "/cases/probe"));
    assertThat(browser.get(SIGN_IN, "/nothing").header("Content-Security-Policy"))
        .endsWith("form-action 'self' http://" + portal + ":8080");
  }

  @Test
  void onlyTheTermsTellTheSignInHostWhereTheirFormStands() {
    assertThat(browser.get(portal, "/invitation/terms").header("Referrer-Policy"))
        .isEqualTo("strict-origin");
  }

  @Test
  void aVisitorOfPublicPagesLeavesNoSession() {
    var before = sessions();
    var form = browser.get(portal, "/invitation/probe");
    var sent = browser.post(portal, "/invitation/probe", Map.of("_csrf", form.body()));
    assertThat(sent.status()).isEqualTo(200);
    browser.get(portal, "/");
    browser.get(SIGN_IN, "/sign-in");
    browser.get("localhost", "/");
    assertThat(sessions()).isEqualTo(before);
    assertThat(browser.cookies(portal)).containsOnlyKeys("__Host-form");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    var token = browser.get(portal, "/invitation/probe").body();
    assertThat(post(Map.of()).status()).isEqualTo(403);
    assertThat(post(Map.of("_csrf", "x" + token)).status()).isEqualTo(403);
    assertThat(new Browser(port).post(portal, "/invitation/probe", Map.of("_csrf", token)).status())
        .isEqualTo(403);
    assertThat(post(Map.of("_csrf", token)).status()).isEqualTo(200);
  }

  @Test
  void aFormFromElsewhereIsRefusedEvenWithItsToken() {
    var token = browser.get(portal, "/invitation/probe").body();
    for (var from : List.of("cross-site", "same-site", "anything")) {
      assertThat(post(Map.of("_csrf", token), "Sec-Fetch-Site", from).status())
          .as(from)
          .isEqualTo(403);
    }
    assertThat(post(Map.of("_csrf", token), "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(200);
  }

  @Test
  void onlyAForcesHostHandsPeopleOverWithoutAToken() {
    var from = "http://" + portal + ":8080";
    var ticket = Map.of("ticket", "nothing");
    assertThat(enter(ticket, "Origin", from, "Sec-Fetch-Site", "cross-site")).isNotEqualTo(403);
    assertThat(enter(ticket, "Origin", from)).isNotEqualTo(403);
    assertThat(enter(ticket)).isEqualTo(403);
    for (var origin : List.of("null", "https://" + portal + ":8080", from + ".example")) {
      assertThat(enter(ticket, "Origin", origin)).as(origin).isEqualTo(403);
    }
    assertThat(browser.post(SIGN_IN, "/enter/probe", ticket, "Origin", from).status())
        .isEqualTo(403);
    assertThat(browser.post(portal, "/enter", ticket, "Origin", from).status()).isEqualTo(403);
  }

  @Test
  void whatIsNotThereIsNotFoundAndNotASignIn() {
    assertThat(browser.get(portal, "/no/such/page").status()).isEqualTo(404);
    assertThat(browser.get(portal, "/actuator/env").status()).isEqualTo(404);
    assertThat(browser.get(SIGN_IN, "/cases").status()).isEqualTo(404);
    assertThat(browser.get(SIGN_IN, "/oauth2/introspect").status()).isEqualTo(404);
    assertThat(browser.get(SIGN_IN, "/userinfo").status()).isEqualTo(404);
    assertThat(browser.get("localhost", "/cases").status()).isEqualTo(404);
    var unknown = browser.get("elsewhere.example", "/");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).isEmpty();
  }

  private List<Page> answersOfAllKinds() {
    return List.of(
        browser.get(portal, "/invitation/probe"),
        browser.get(portal, "/no/such/page"),
        browser.get(portal, "/cases/probe"),
        browser.get(portal, "/exit"),
        browser.get(portal, "/login/oauth2/code/portal"),
        browser.get(portal, "/oauth2/authorization/portal"),
        browser.get(portal, "/api/probe"),
        browser.post(portal, "/invitation/probe", Map.of()),
        browser.ask("DELETE", portal, "/invitation/probe"),
        browser.get(SIGN_IN, "/.well-known/openid-configuration"),
        browser.get(SIGN_IN, "/oauth2/authorize?client_id=nobody"),
        browser.get(SIGN_IN, "/oauth2/jwks"),
        browser.post(SIGN_IN, "/oauth2/token", Map.of("grant_type", "client_credentials")),
        browser.get(SIGN_IN, "/no/such/page"),
        browser.get("localhost", "/no/such/page"),
        browser.get("api.localhost", "/api/probe"),
        browser.get("api.localhost", "/no/such/page"));
  }

  private Page post(Map<String, String> form, String... headers) {
    return browser.post(portal, "/invitation/probe", form, headers);
  }

  private int enter(Map<String, String> form, String... headers) {
    return browser.post(SIGN_IN, "/enter", form, headers).status();
  }

  private long sessions() {
    return jdbc.sql("select count(*) from people.session").query(Long.class).single();
  }
}
