package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.SIGN_IN;
import static uk.followmycase.identity.StaffWay.officer;
import static uk.followmycase.identity.StaffWay.with;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/** Before a dangerous act the provider asks who it is; what somebody wrote is not lost by it. */
@StaffTest
class StepUpTests {

  /** A page for an act that wants it. */
  static final String STRONG = "/probe/strong";

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private StaffWay way;
  private Map<String, Object> officer;

  @BeforeEach
  void open() {
    way = StaffWay.to("thames-valley.localhost", port);
    officer = officer(UUID.randomUUID().toString(), "tvp-sergeants");
  }

  private Map<String, Object> askedAt(Instant at) {
    return with(officer, "auth_time", at.getEpochSecond());
  }

  @Test
  void whoWasAskedJustNowIsNotAskedAgain() {
    way.signIn(OWN, askedAt(clock.instant()));
    assertThat(way.browser().get(way.desk(), STRONG).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(toAgain(way.browser().get(way.desk(), STRONG)))
        .isEqualTo("/desk/again?to=%2Fprobe%2Fstrong");
    assertThat(way.inside()).as("all else goes on").isTrue();
  }

  @Test
  void whomTheProviderKnewFromThisMorningIsAsked() {
    way.signIn(OWN, askedAt(clock.instant().minus(Duration.ofHours(3))));
    assertThat(way.browser().get(way.desk(), STRONG).status()).isEqualTo(303);
    var silent = StaffWay.to("thames-valley.localhost", port);
    silent.signIn(OWN, officer);
    assertThat(silent.browser().get(way.desk(), STRONG).status()).isEqualTo(303);
  }

  @Test
  void aPageComesBackToItself() {
    way.signIn(OWN, officer);
    var asked = way.browser().follow(way.browser().get(way.desk(), STRONG));
    assertThat(asked.body()).contains("Sign in again before you go on");
    var shown = anew(asked, askedAt(clock.instant()));
    assertThat(shown.host()).isEqualTo(way.desk());
    assertThat(shown.body()).isEqualTo("strong page");
  }

  @Test
  void aFormIsKeptAndSentByOneMorePress() {
    way.signIn(OWN, askedAt(clock.instant()));
    var page = way.browser().get(way.desk(), "/");
    clock.advance(Duration.ofMinutes(11));
    var form = new Form(page.host(), STRONG, Form.on(page, "/language").hidden());
    var held = way.browser().follow(form.send(way.browser(), "words", "He said: \"<no>\" & left"));
    assertThat(held.body()).contains("What you filled in is kept");
    var ready = anew(held, askedAt(clock.instant()));
    assertThat(ready.body()).contains("ready to be sent").doesNotContain("<no>");
    var sent =
        Form.on(ready, STRONG).send(way.browser(), "words", unescaped(Form.on(ready, STRONG)));
    assertThat(sent.body()).isEqualTo("done: He said: \"<no>\" & left");
  }

  private static String unescaped(Form form) {
    return HtmlUtils.htmlUnescape(form.hidden().getOrDefault("words", ""));
  }

  @Test
  void nobodyElseSeesAFormThatIsKept() {
    way.signIn(OWN, officer);
    var page = way.browser().get(way.desk(), "/");
    var form = new Form(page.host(), STRONG, Form.on(page, "/language").hidden());
    var address = toAgain(form.send(way.browser(), "words", "a secret"));
    var colleague = StaffWay.to("thames-valley.localhost", port);
    colleague.signIn(OWN, officer(UUID.randomUUID().toString(), "tvp-sergeants"));
    var seen = colleague.browser().get(way.desk(), address);
    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.body()).doesNotContain("a secret");
    clock.advance(Duration.ofMinutes(1));
    assertThat(way.browser().get(way.desk(), address).status()).isEqualTo(200);
  }

  @Test
  void aProviderThatDidNotAskIsNotBelieved() {
    way.signIn(OWN, officer);
    var asked = way.browser().follow(way.browser().get(way.desk(), STRONG));
    for (var lie : List.of(officer, askedAt(clock.instant().minus(Duration.ofMinutes(5))))) {
      var refused = anew(asked, lie);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("was to ask you who you are, and did not");
    }
    assertThat(way.browser().get(way.desk(), STRONG).status()).isEqualTo(303);
  }

  @Test
  void aTimeYetToComeIsNoProof() {
    way.signIn(OWN, askedAt(clock.instant().plus(Duration.ofHours(1))));
    assertThat(way.browser().get(way.desk(), STRONG).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%0d%0aX: y"
      })
  void itLeadsNowhereElse(String to) {
    way.signIn(OWN, askedAt(clock.instant()));
    var encoded = URLEncoder.encode(to, StandardCharsets.UTF_8);
    var back = way.browser().get(way.desk(), "/desk/again?to=" + encoded);
    assertThat(back.header("Location")).isEqualTo("/");
  }

  /** Presses the button, signs in at the provider, and comes back. */
  private Page anew(Page asked, Map<String, Object> person) {
    assertThat(asked.body()).contains("href=\"/oauth2/authorization/desk?anew\"");
    way.browser().follow(way.browser().get(way.desk(), "/oauth2/authorization/desk?anew"));
    var away = way.browser().get(SIGN_IN, "/staff/to/own").header("Location");
    assertThat(away).contains("prompt=login", "max_age=0");
    return way.back(OWN, OWN.vouch(away, person));
  }

  private static String toAgain(Page page) {
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).startsWith("/desk/again");
    return page.header("Location");
  }
}
