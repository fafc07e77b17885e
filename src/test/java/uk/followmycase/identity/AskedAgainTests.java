package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.officer;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** A role that goes at the provider goes here, though the provider tells nobody. */
@StaffTest
class AskedAgainTests {

  private static final Duration GOOD_FOR = Duration.ofMinutes(15);
  private static final String PAGE = "/desk/tasks?done=answered";

  @LocalServerPort int port;
  @Autowired MovableClock clock;
  @Autowired Forces forces;
  @Autowired StaffOnDuty onDuty;

  private StaffWay way;
  private String subject;

  @BeforeEach
  void signIn() {
    way = StaffWay.to("thames-valley.localhost", port);
    subject = UUID.randomUUID().toString();
    way.signIn(OWN, named("tvp-officers"));
  }

  @Test
  void aRoleThatIsGoneIsGoneWithinAQuarterOfAnHour() {
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(way.browser().get(way.desk(), PAGE).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    var kept = Map.copyOf(way.browser().cookies(way.desk()));
    var refused = back(asked(), named("gardening club"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("you have no role in this force");
    way.browser().cookies(way.desk()).putAll(kept);
    assertThat(way.inside()).isFalse();
    assertThat(here()).as("ended, though its time was not out").isFalse();
  }

  @Test
  void whoKeepsTheRoleComesBackToThePageAndIsAskedNothing() {
    clock.advance(GOOD_FOR.minusMinutes(1));
    assertThat(way.inside()).isTrue();
    clock.advance(Duration.ofMinutes(1));
    var asked = asked();
    assertThat(asked).doesNotContain("prompt=", "max_age=");
    var shown = back(asked, named("tvp-sergeants"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.host()).isEqualTo(way.desk());
    assertThat(shown.body()).contains("Answered.");
    assertThat(way.inside()).isTrue();
    assertThat(way.browser().get(way.desk(), "/").body()).contains("Supervisor");
  }

  @Test
  void aFormIsNotHeldUpAtOnceAndAnOldWordIsNotBelievedForLong() {
    clock.advance(GOOD_FOR.multipliedBy(2).minusSeconds(1));
    assertThat(here()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(here()).isFalse();
  }

  @Test
  void aWholeShiftGoesOnSo() {
    for (var minutes = 0; minutes < 11 * 60; minutes += 10) {
      clock.advance(Duration.ofMinutes(10));
      if (!way.inside()) {
        assertThat(back(asked(), named("tvp-officers")).status()).isEqualTo(200);
      }
    }
  }

  /** The way from a page to the provider, with no page in between. */
  private String asked() {
    var to = onwards(way.browser().get(way.desk(), PAGE)).header("Location");
    assertThat(to).startsWith(OWN.issuer() + "/authorize?");
    return to;
  }

  private Page onwards(Page from) {
    return Stream.iterate(from, way.browser()::hop)
        .limit(8)
        .filter(
            page -> page.status() / 100 != 3 || page.header("Location").startsWith(OWN.issuer()))
        .findFirst()
        .orElseThrow();
  }

  private Page back(String asked, Map<String, Object> person) {
    return way.back(OWN, OWN.vouch(asked, person));
  }

  private Map<String, Object> named(String group) {
    return StaffWay.with(officer(subject, group), "name", "PC " + subject);
  }

  private boolean here() {
    return ForceBinding.call(
        forces.bySlug("thames-valley").orElseThrow().id(),
        () -> {
          var among =
              onDuty.all().stream()
                  .filter(one -> one.who().displayName().equals("PC " + subject))
                  .findFirst();
          among.ifPresent(one -> assertThat(onDuty.of(one.who().id())).contains(one));
          return among.isPresent();
        });
  }
}
