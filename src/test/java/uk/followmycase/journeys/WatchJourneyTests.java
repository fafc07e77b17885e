package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** Those who watch: who looked at what, who is signed in, and which forces are served. */
@WholeProductTest
class WatchJourneyTests {

  private static final String DESK = "desk." + Place.BANGOR.host();

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private Screen at(String host, String language, String person) {
    var screen = Screen.in(language);
    screen.open(host, "/").press("button[value='" + person + "']");
    return screen;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void twoDataProtectionOfficersTakeATrailOut(String language) {
    var reference = Somebody.withTwoContacts("cy").reportsBurglary(Place.BANGOR, product);
    try (var one = at(DESK, language, "data-protection-officer");
        var two = at(DESK, language, "data-protection-officer-2")) {
      one.open(DESK, "/desk/trail").look("trail-ask");
      one.type("#reference", "nothing").press("main form:has(#reference) button");
      one.look("trail-fault");
      one.type("#reference", reference).press("main form:has(#reference) button");
      assertThat(one.look("trail-of-case").words()).contains(reference, "journeys");
      one.press("main a[href*='/export?']").look("trail-export");
      one.type("#reason", "Cwyn / complaint 17").press("main form button");
      assertThat(one.look("trail-asked").words()).contains("complaint 17");
      two.open(DESK, "/desk/trail/exports").look("trail-to-decide");
      two.press("button[value='approve']").look("trail-decided");
      one.open(DESK, "/desk/trail/exports");
      assertThat(one.page().locator("main a[href$='/file']").count()).isPositive();
      one.open(DESK, "/desk/trail").type("#collar", "1006").press("main form:has(#collar) button");
      assertThat(one.look("trail-of-somebody").words()).contains("David Okafor", reference);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aSupervisorSendsSomebodyHome(String language) {
    try (var officer = at(DESK, language, "officer");
        var boss = at(DESK, language, "supervisor")) {
      boss.open(DESK, "/desk/staff").look("duty");
      boss.press(".aside:has(h2:text-is('Sam Carter')) button").look("duty-ended");
      officer.open(DESK, "/");
      assertThat(officer.words()).doesNotContain("1001");
    }
  }

  @Test
  void whoIsToSignInAgainIsToldAndComesBackToWhereTheyWere() {
    try (var one = at(DESK, "en", "data-protection-officer")) {
      clock.advance(Duration.ofMinutes(11));
      one.open(DESK, "/desk/trail").type("#collar", "1006").press("main form:has(#collar) button");
      one.press("main a[href*='/export?']").look("again");
      one.press("main a.govuk-button").press("button[value='data-protection-officer']");
      assertThat(one.page().url()).contains("/export");
      one.type("#reason", "A long story").page().locator("#reason").focus();
      clock.advance(Duration.ofMinutes(11));
      one.press("main form button").look("again-kept");
      one.press("main a.govuk-button").press("button[value='data-protection-officer']");
      one.look("again-ready").press("main form button");
      assertThat(one.words()).contains("A long story");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void theNationSeesForcesAndNoCase(String language) {
    try (var screen = Screen.in(language)) {
      screen.open("national.localhost", "/").look("nation-choice");
      screen.press("button[value='national-administrator']").look("nation");
      assertThat(screen.words()).contains("thames-valley.localhost");
      screen.press("main form[action='/sign-out'] button").look("nation-left");
    }
  }
}
