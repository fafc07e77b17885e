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
  private static final String NATION = "national.localhost";
  private static final String REASON = "A telephone with an open session was left in a taxi.";

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

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anAdministratorKeepsSomebodyOutAndAnotherOpens(String language) {
    try (var handler = at(DESK, language, "contact-handler");
        var one = at(DESK, language, "force-administrator");
        var two = at(DESK, language, "data-protection-officer")) {
      one.open(DESK, "/desk/staff").type("#collar", "?").press("form[action$='/find'] button");
      one.look("staff-find-fault").type("#collar", "1004").press("form[action$='/find'] button");
      one.look("staff-found").press(".choices a").look("staff-person");
      one.press("form[action$='/keep-out'] button").look("keep-out-fault");
      one.type("#reason", REASON).press("form[action$='/keep-out'] button").look("kept-out");
      handler.open(DESK, "/").press("button[value='contact-handler']");
      handler.refused().look("turned-away");
      two.open(DESK, "/desk/staff").look("staff-with-kept").press(".choices a");
      two.look("kept-to-colleague").press("form[action$='/let-in'] button").look("let-in");
      handler.open(DESK, "/").press("button[value='contact-handler']");
      assertThat(handler.words()).contains("Tom Walsh");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void theNationKeepsOneOfItsOwnOut(String language) {
    try (var one = at(NATION, language, "national-administrator");
        var two = at(NATION, language, "national-administrator-2");
        var three = at(NATION, language, "national-administrator-3")) {
      one.open(NATION, "/administrators").look("administrators").press("a:text-is('Jo Mercer')");
      one.look("administrator").press("form[action$='/keep-out'] button");
      one.look("administrator-fault").type("#reason", REASON);
      one.press("form[action$='/keep-out'] button").look("administrator-out");
      three.open(NATION, "/").press("button[value='national-administrator-3']");
      three.refused().look("administrator-turned-away");
      clock.advance(Duration.ofMinutes(11));
      two.open(NATION, "/administrators").press("a:text-is('Jo Mercer')");
      two.look("administrator-again").press("main a.govuk-button");
      two.press("button[value='national-administrator-2']").look("administrator-to-let-in");
      two.press("form[action$='/let-in'] button").look("administrator-let-in");
      three.open(NATION, "/").press("button[value='national-administrator-3']");
      assertThat(three.words()).contains("Jo Mercer");
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
      screen.open(NATION, "/").look("nation-choice");
      screen.press("button[value='national-administrator']").look("nation");
      assertThat(screen.words()).contains("thames-valley.localhost");
      screen.press("main form[action='/sign-out'] button").look("nation-left");
    }
  }
}
