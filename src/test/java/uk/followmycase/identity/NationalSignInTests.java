package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.NATIONAL;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.SIGN_IN;
import static uk.followmycase.identity.StaffWay.officer;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/** The platform's own provider lets people in nationally, and nobody else's does. */
@StaffTest
class NationalSignInTests {

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private StaffWay way;
  private String subject;

  @BeforeEach
  void open() {
    way = new StaffWay(new Browser(port), "national.localhost");
    subject = UUID.randomUUID().toString();
  }

  @Test
  void whomThePlatformsProviderNamesIsIn() {
    var shown = way.signIn(NATIONAL, officer(subject, "platform"));
    assertThat(shown.host()).isEqualTo("national.localhost");
    assertThat(shown.body())
        .contains("Sgt Alex Morgan", "thames-valley.localhost", "Never heard")
        .doesNotContain("href=\"/exit\"");
    Form.on(shown, "/sign-out").send(way.browser());
    assertThat(way.inside()).isFalse();
  }

  @Test
  void whoHasNotItsGroupIsNot() {
    assertThat(way.signIn(NATIONAL, officer(subject, "tvp-sergeants")).status()).isEqualTo(403);
    assertThat(way.inside()).isFalse();
  }

  @Test
  void noForcesProviderCanNameAnAdministrator() {
    way.browser().follow(way.browser().get(way.desk(), "/"));
    for (var provider : new SomeProvider[] {OWN, JOINT}) {
      var asked = way.browser().get(SIGN_IN, "/staff/to/" + provider.name());
      assertThat(asked.status()).isEqualTo(403);
    }
    var desk = StaffWay.to("thames-valley.localhost", port);
    desk.browser().follow(desk.browser().get(desk.desk(), "/"));
    assertThat(desk.browser().get(SIGN_IN, "/staff/to/national").status()).isEqualTo(403);
    assertThat(desk.signIn(OWN, officer(subject, "platform", "tvp-officers")).status())
        .isEqualTo(200);
    desk.browser().cookies(way.desk()).putAll(desk.browser().cookies(SIGN_IN));
    assertThat(new StaffWay(desk.browser(), way.desk()).inside()).isFalse();
  }

  @Test
  void theProvidersWordEndsItAtOnce() {
    way.signIn(NATIONAL, officer(subject, "platform"));
    assertThat(way.inside()).isTrue();
    var token = NATIONAL.loggedOut(clock.instant(), told -> told.subject(subject));
    var heard =
        new Browser(port)
            .post(SIGN_IN, HostileLogoutTests.BACK_CHANNEL, Map.of("logout_token", token));
    assertThat(heard.status()).isEqualTo(200);
    assertThat(way.inside()).isFalse();
  }
}
