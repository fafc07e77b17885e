package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;

/** We understand a provider that others wrote by the same standard, and it understands us. */
@StaffTest
class CertifiedProviderTests {

  @LocalServerPort int port;

  @Test
  void whomItVouchesForIsIn() {
    var way = StaffWay.to("north-wales.localhost", port);
    var shown = way.browser().follow(throughProvider(toProvider(way)));
    assertThat(shown.host()).isEqualTo(way.desk());
    assertThat(shown.body())
        .contains("PC Gwen Ellis", "2718", "North Wales Police", "Officer")
        .doesNotContain("Supervisor", "choir");
    Form.on(shown, "/sign-out").send(way.browser());
    assertThat(way.inside()).isFalse();
  }

  @Test
  void itsCodeWorksOnce() {
    var way = StaffWay.to("north-wales.localhost", port);
    var answer = throughProvider(toProvider(way));
    var thief = StaffWay.to("north-wales.localhost", port);
    var own = throughProvider(toProvider(thief));
    var code = parameter(answer, "code");
    assertThat(way.browser().follow(answer).status()).isEqualTo(200);
    var mixed = own.header("Location").replace(parameter(own, "code"), code);
    var back = URI.create(mixed);
    var refused =
        thief.browser().get(StaffWay.SIGN_IN, back.getRawPath() + "?" + back.getRawQuery());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(thief.inside()).isFalse();
  }

  /** The only provider of its force: nobody is asked which. */
  private static Page toProvider(StaffWay way) {
    var page = way.browser().get(way.desk(), "/");
    for (var hop = 0; hop < 6 && !page.header("Location").startsWith(StaffTest.CERTIFIED); hop++) {
      page = way.browser().hop(page);
    }
    return page;
  }

  /** Until it sends the browser back to us. */
  private static Page throughProvider(Page asked) {
    var there = new Browser(URI.create(StaffTest.CERTIFIED).getPort());
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
