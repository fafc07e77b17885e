package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.NATIONAL;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.SIGN_IN;
import static uk.followmycase.identity.StaffWay.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/** The platform's own provider lets people in nationally, and nobody else's does. */
@StaffTest
class NationalSignInTests {

  private static final Duration GOOD_FOR = Duration.ofMinutes(15);

  @LocalServerPort int port;
  @Autowired MovableClock clock;
  @Autowired NationalOnDuty onDuty;

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
  void aStrangerIsLedToItsOwnPageAloneAndADesksIsNotThere() {
    for (var page : List.of("/desk/x", "/desk/cases", "/nothing")) {
      assertThat(way.browser().get(way.desk(), page).status()).as(page).isEqualTo(404);
    }
    assertThat(way.browser().get(way.desk(), "/").status()).isEqualTo(303);
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

  @Test
  void whoLostTheGroupIsOutWithinAQuarterOfAnHour() {
    way.signIn(NATIONAL, named());
    becomesOld();
    assertThat(here()).isTrue();
    var refused = way.back(NATIONAL, NATIONAL.vouch(asked(), officer(subject, "gardening club")));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(way.inside()).isFalse();
    assertThat(here()).as("ended, though its time was not out").isFalse();
  }

  @Test
  void whoKeepsTheGroupComesBackToThePageAndIsAskedNothing() {
    way.signIn(NATIONAL, officer(subject, "platform"));
    becomesOld();
    var asked = asked();
    assertThat(asked).doesNotContain("prompt=", "max_age=");
    var shown = way.back(NATIONAL, NATIONAL.vouch(asked, officer(subject, "platform")));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).contains("Stop notices of one force or of all");
    assertThat(way.inside()).isTrue();
  }

  @Test
  void whatAnybodyMaySeeLeadsNobodyAway() {
    way.signIn(NATIONAL, officer(subject, "platform"));
    becomesOld();
    assertThat(way.browser().get(way.desk(), "/cookies").status()).isEqualTo(200);
  }

  @Test
  void anAdministratorIsKeptOutByOneAndLetInByAnother() {
    way.signIn(NATIONAL, named());
    var one = colleague();
    var two = colleague();
    var address = address(one, "Kept " + subject);
    var form = Form.on(one.browser().get(one.desk(), address), address + "/keep-out");
    assertThat(one.browser().follow(form.send(one.browser(), "reason", "no")).body())
        .contains("Say why in 10 to 500 characters");
    assertThat(way.inside()).isTrue();
    var began = System.nanoTime();
    var done = form.send(one.browser(), "reason", "Left the service this morning.");
    assertThat(way.inside()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    assertThat(one.browser().follow(done).body())
        .contains("They are out, and are kept out.", "another administrator must let them in");
    assertThat(way.signIn(NATIONAL, named()).status()).isEqualTo(403);
    var shown = two.browser().get(two.desk(), address);
    assertThat(shown.body()).contains("Left the service this morning.");
    assertThat(sent(one, address, shown).body()).contains("cannot let them in");
    assertThat(sent(two, address, shown).body()).contains("They can sign in again.");
    assertThat(way.signIn(NATIONAL, named()).status()).isEqualTo(200);
    clock.advance(StaffMember.PROOF_LASTS);
    Form.on(one.browser().get(one.desk(), address), address + "/keep-out")
        .send(one.browser(), "reason", "Left the service again.");
    assertThat(two.browser().get(two.desk(), address).body())
        .contains("sign in again first")
        .doesNotContain("let-in");
    assertThat(sent(two, address, shown).body()).contains("sign in again first");
    assertThat(way.inside()).isFalse();
  }

  private Page sent(StaffWay by, String address, Page shown) {
    var token = Form.on(by.browser().get(by.desk(), "/"), "/sign-out").hidden();
    var form = new Form(by.desk(), Form.on(shown, address + "/let-in").action(), token);
    return by.browser().follow(form.send(by.browser()));
  }

  /** Whoever makes no request for so long would be signed out besides. */
  private void becomesOld() {
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(way.inside()).isTrue();
    clock.advance(Duration.ofMinutes(1));
  }

  private boolean here() {
    return onDuty.all().stream()
        .anyMatch(one -> one.here() && one.displayName().equals("Kept " + subject));
  }

  private StaffWay colleague() {
    var colleague = new StaffWay(new Browser(port), "national.localhost");
    var person = officer(UUID.randomUUID().toString(), "platform");
    var now = clock.instant().getEpochSecond();
    colleague.signIn(NATIONAL, StaffWay.with(person, "auth_time", now));
    return colleague;
  }

  private Map<String, Object> named() {
    return StaffWay.with(officer(subject, "platform"), "name", "Kept " + subject);
  }

  private String address(StaffWay by, String name) {
    var list = by.browser().get(by.desk(), "/administrators").body();
    return list.substring(0, list.indexOf(name))
        .replaceAll("(?s).*href=\"(/administrators/[^\"]+)\".*", "$1");
  }

  /** The way from a page to the provider, with no page in between. */
  private String asked() {
    return Stream.iterate(way.browser().get(way.desk(), "/switches"), way.browser()::hop)
        .limit(8)
        .map(page -> page.header("Location"))
        .filter(to -> to.startsWith(NATIONAL.issuer() + "/authorize?"))
        .findFirst()
        .orElseThrow();
  }
}
