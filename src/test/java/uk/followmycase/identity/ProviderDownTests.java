package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.followmycase.identity.StaffTest.NATIONAL;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.officer;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;

/** A provider that is down takes the desk from nobody at once who is in, and lets nobody stay. */
@StaffTest
class ProviderDownTests {

  private static final Duration GOOD_FOR = Duration.ofMinutes(15);
  private static final Duration SEEN_FOR = Duration.ofMinutes(1);

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private StaffWay way;

  @BeforeEach
  void signIn() {
    way = StaffWay.to("thames-valley.localhost", port);
    way.signIn(OWN, officer(UUID.randomUUID().toString(), "tvp-officers"));
  }

  @AfterEach
  void upAgain() {
    OWN.behave();
    NATIONAL.behave();
  }

  @Test
  void whoIsInStaysForAWhileAndIsAskedOnceItIsUp() {
    OWN.isDown();
    becomesOld(way);
    assertThat(page().status()).isEqualTo(200);
    OWN.behave();
    assertThat(page().status()).as("not looked at again so soon").isEqualTo(200);
    clock.advance(SEEN_FOR);
    assertThat(leads(page())).isTrue();
  }

  @Test
  void nobodyStaysForLonger() {
    OWN.isDown();
    becomesOld(way);
    assertThat(page().status()).isEqualTo(200);
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(page().status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(page().status()).isBetween(300, 399);
    assertThat(way.inside()).isFalse();
  }

  @Test
  void oneThatDescribesItselfAndGivesNoTokensLosesOnePersonAMinuteAtMost() {
    becomesOld(way);
    var asked = onwards(page()).header("Location");
    OWN.fails(500);
    var person = officer(UUID.randomUUID().toString(), "tvp-officers");
    assertThat(way.back(OWN, OWN.vouch(asked, person)).status()).isEqualTo(503);
    assertThat(page().status()).isEqualTo(200);
    OWN.behave();
    clock.advance(SEEN_FOR);
    assertThat(leads(page())).isTrue();
  }

  @Test
  void nobodyWaitsForALookButWhoBeganIt() {
    var other = StaffWay.to("thames-valley.localhost", port);
    other.signIn(OWN, officer(UUID.randomUUID().toString(), "tvp-officers"));
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(way.inside() && other.inside()).isTrue();
    clock.advance(Duration.ofMinutes(1));
    OWN.isMute();
    var looking = CompletableFuture.supplyAsync(this::page);
    await().until(() -> OWN.waiting() == 1);
    assertThat(other.browser().get(other.desk(), "/desk/tasks").status()).isEqualTo(200);
    assertThat(OWN.waiting()).isEqualTo(1);
    OWN.behave();
    assertThat(looking.join().status()).isLessThan(400);
  }

  @Test
  void theNationsStayToo() {
    var nation = new StaffWay(new Browser(port), "national.localhost");
    nation.signIn(NATIONAL, officer(UUID.randomUUID().toString(), "platform"));
    NATIONAL.isDown();
    becomesOld(nation);
    assertThat(nation.browser().get(nation.desk(), "/switches").status()).isEqualTo(200);
  }

  /** Whoever makes no request for so long would be signed out besides. */
  private void becomesOld(StaffWay who) {
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(who.inside()).isTrue();
    clock.advance(Duration.ofMinutes(1));
  }

  private Page page() {
    return way.browser().get(way.desk(), "/desk/tasks");
  }

  private boolean leads(Page page) {
    var to = onwards(page).header("Location");
    return to != null && to.startsWith(OWN.issuer() + "/authorize?");
  }

  private Page onwards(Page from) {
    return Stream.iterate(from, way.browser()::hop)
        .limit(8)
        .filter(
            page -> page.status() / 100 != 3 || page.header("Location").startsWith(OWN.issuer()))
        .findFirst()
        .orElseThrow();
  }
}
