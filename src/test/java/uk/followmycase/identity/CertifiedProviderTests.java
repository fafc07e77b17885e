package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/** We understand a provider that others wrote by the same standard, and it understands us. */
@StaffTest
class CertifiedProviderTests {

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private final Browser there = new Browser(URI.create(StaffTest.CERTIFIED).getPort());

  @BeforeEach
  void sayWhereWeAre() {
    tell("{\"port\": %d, \"ahead\": %d, \"shifted\": 0}".formatted(port, ahead()));
  }

  private long ahead() {
    return Duration.between(Clock.systemUTC().instant(), clock.instant()).toSeconds();
  }

  private static void tell(String line) {
    StaffTest.CERTIFIED_PROGRAM.tell(line);
  }

  @Test
  void whomItVouchesForIsIn() {
    var shown = signIn(way());
    assertThat(shown.body())
        .contains("PC Gwen Ellis", "2718", "North Wales Police", "Officer")
        .doesNotContain("Supervisor", "choir");
  }

  @Test
  void whoSignsOutIsOutThereTooAndWhereverElseThatSessionLed() {
    var way = way();
    var shown = signIn(way);
    var second = way();
    signIn(second);
    assertThat(second.inside()).isTrue();
    var leaving = Form.on(shown, "/sign-out").send(way.browser());
    assertThat(way.inside()).isFalse();
    assertThat(leaving.status()).isEqualTo(200);
    var out = URI.create(leaving.header("Refresh").substring("0;url=".length()));
    assertThat(out.toString()).startsWith(StaffTest.CERTIFIED);
    tell("{\"shifted\": %d}".formatted(ahead()));
    var asked = there.get("127.0.0.1", out.getRawPath() + "?" + out.getRawQuery());
    var left = confirmed(asked);
    assertThat(left.header("Location"))
        .isEqualTo("http://sign-in.localhost:8080/staff/left?state=desk-north-wales");
    assertThat(way.browser().follow(left).body()).contains("has signed you out, too");
    assertThat(second.inside()).as("told by the provider itself").isFalse();
  }

  /** Somebody presses yes. */
  private Page confirmed(Page asked) {
    var action = asked.body().replaceAll("(?s).*action=\"([^\"]+)\".*", "$1");
    var xsrf = asked.body().replaceAll("(?s).*name=\"xsrf\" value=\"([^\"]+)\".*", "$1");
    return there.post(
        "127.0.0.1", URI.create(action).getPath(), Map.of("xsrf", xsrf, "logout", "yes"));
  }

  @Test
  void whoIsToSignInAnewIsAskedThereThoughItKnowsThem() {
    var way = way();
    signIn(way);
    clock.advance(Duration.ofMinutes(11));
    sayWhereWeAre();
    assertThat(way.browser().get(way.desk(), StepUpTests.STRONG).status()).isEqualTo(303);
    var asked = toProvider(way, "/oauth2/authorization/desk?anew");
    assertThat(asked.header("Location")).contains("prompt=login", "max_age=0");
    var shown = way.browser().follow(throughProvider(there, asked));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(way.browser().get(way.desk(), StepUpTests.STRONG).status()).isEqualTo(200);
  }

  @Test
  void itsCodeWorksOnce() {
    var way = way();
    var answer = throughProvider(there, toProvider(way, "/"));
    var thief = way();
    var elsewhere = new Browser(URI.create(StaffTest.CERTIFIED).getPort());
    var own = throughProvider(elsewhere, toProvider(thief, "/"));
    var code = parameter(answer, "code");
    assertThat(way.browser().follow(answer).status()).isEqualTo(200);
    var mixed = own.header("Location").replace(parameter(own, "code"), code);
    var back = URI.create(mixed);
    var refused =
        thief.browser().get(StaffWay.SIGN_IN, back.getRawPath() + "?" + back.getRawQuery());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(thief.inside()).isFalse();
  }

  private StaffWay way() {
    return StaffWay.to("north-wales.localhost", port);
  }

  private Page signIn(StaffWay way) {
    var shown = way.browser().follow(throughProvider(there, toProvider(way, "/")));
    assertThat(shown.host()).isEqualTo(way.desk());
    return shown;
  }

  /** The only provider of its force: nobody is asked which. */
  private static Page toProvider(StaffWay way, String from) {
    var page = way.browser().get(way.desk(), from);
    for (var hop = 0; hop < 6 && !page.header("Location").startsWith(StaffTest.CERTIFIED); hop++) {
      page = way.browser().hop(page);
    }
    return page;
  }

  /** Until it sends the browser back to us. */
  private static Page throughProvider(Browser there, Page asked) {
    var page = there.hop(asked);
    for (var hop = 0; hop < 5 && !page.header("Location").contains("/staff/back/"); hop++) {
      page = there.hop(page);
    }
    return page;
  }

  private static String parameter(Page page, String name) {
    return page.header("Location").replaceAll(".*[?&]" + name + "=([^&]+).*", "$1");
  }
}
