package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** How notices fare and what stops them, at a desk and at the national site. */
@WholeProductTest
class DeliveryPagesTests {

  private static final String DESK = "desk.humberside.localhost";
  private static final String OTHER_DESK = "desk." + Place.OXFORD.host();
  private static final String NATION = "national.localhost";
  private static final String REASON = "The provider sends everything twice";

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private AtDesk administrator;
  private AtDesk nation;

  @BeforeEach
  void signIn() {
    administrator = AtDesk.signedIn(DESK, "force-administrator");
    nation = AtDesk.signedIn(NATION, "national-administrator");
  }

  /** Others share the product. */
  @AfterEach
  void letEverythingGo() {
    turn(AtDesk.signedIn(DESK, "force-administrator"), "/desk/delivery/notices.text", "on", REASON);
    var again = AtDesk.signedIn(NATION, "national-administrator");
    turn(again, "/switches/all/notices.reminder", "on", REASON);
    turn(again, "/switches/humberside/notices.email", "on", REASON);
  }

  @Test
  void figuresTellOfNobody() {
    var place = Place.OXFORD;
    var reference = Somebody.withTwoContacts("en").reportsBurglary(place, product);
    var page = AtDesk.signedIn(OTHER_DESK, "force-administrator").get("/desk/delivery");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Invitations", "Waiting", "Sent today")
        .contains("It may not tell us whether the text arrived.")
        .doesNotContain(reference);
  }

  @Test
  void aForceStopsTextsForAReasonAndLetsThemGo() {
    assertThat(administrator.get("/desk/delivery").body()).doesNotContain("notices are stopped");
    var done = turn(administrator, "/desk/delivery/notices.text", "off", REASON);
    assertThat(done.body()).contains("Some notices are stopped", REASON, "Stopped: Texts");
    assertThat(AtDesk.signedIn(OTHER_DESK, "force-administrator").get("/desk/delivery").body())
        .doesNotContain(REASON, "Some notices are stopped");
    administrator.browser().cookies(DESK).put("__Host-language", "cy");
    assertThat(administrator.get("/desk/delivery").body()).contains("Ataliwyd: Negeseuon testun");
    turn(administrator, "/desk/delivery/notices.text", "on", "It is put right");
    administrator.browser().cookies(DESK).put("__Host-language", "en");
    assertThat(administrator.get("/desk/delivery").body())
        .contains("Let go: Texts", "It is put right")
        .doesNotContain("Some notices are stopped");
  }

  @Test
  void withoutAReasonNothingIsStopped() {
    var again = turn(administrator, "/desk/delivery/notices.text", "off", "  no  ");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("Write a reason of 10 to 500 characters");
    assertThat(administrator.post("/desk/delivery/notices.text", Map.of("reason", REASON)).status())
        .isEqualTo(400);
    assertThat(administrator.get("/desk/delivery/nothing").status()).isEqualTo(404);
    assertThat(administrator.get("/desk/delivery").body()).doesNotContain("notices are stopped");
  }

  @Test
  void supervisorsSeeAndTurnNothing() {
    var supervisor = AtDesk.signedIn(DESK, "supervisor");
    assertThat(supervisor.get("/desk/delivery").body())
        .contains("Your force’s administrators can turn these switches")
        .doesNotContain("href=\"/desk/delivery/notices");
    var form = Map.of("to", "off", "reason", REASON);
    assertThat(supervisor.post("/desk/delivery/notices.text", form).status()).isEqualTo(403);
    for (var role : new String[] {"officer", "safeguarding", "data-protection-officer"}) {
      assertThat(AtDesk.signedIn(DESK, role).get("/desk/delivery").status()).isEqualTo(403);
    }
  }

  @Test
  void whatTheNationStoppedEachForceReadsAndCannotLetGo() {
    turn(nation, "/switches/humberside/notices.email", "off", REASON);
    turn(nation, "/switches/all/notices.reminder", "off", "Reminders name the wrong force");
    assertThat(nation.get("/switches").body()).contains("Stopped");
    turn(administrator, "/desk/delivery/notices.email", "on", "We want them to leave");
    assertThat(administrator.get("/desk/delivery").body())
        .contains("Stopped nationally for this force: E-mails", REASON)
        .contains("Stopped nationally for all forces: Reminders", "Reminders name the wrong force")
        .doesNotContain("Let go: E-mails");
    turn(nation, "/switches/humberside/notices.email", "on", "It is put right");
    assertThat(administrator.get("/desk/delivery").body())
        .contains("Let go nationally for this force: E-mails");
  }

  @Test
  void theNationIsAskedAnewBeforeItStopsAnything() {
    clock.advance(Duration.ofMinutes(11));
    var asked = nation.get("/switches/all/notices");
    assertThat(asked.body()).contains("Sign in again before you go on");
    var form = Map.of("to", "off", "reason", REASON, "review", "24");
    assertThat(nation.send("/switches/all/notices", form).body())
        .contains("Sign in again before you go on", "What you filled in is kept");
    assertThat(AtDesk.signedIn(DESK, "supervisor").get("/desk/delivery").body())
        .doesNotContain("notices are stopped");
    var back = signInAgain("national-administrator");
    assertThat(back.body())
        .contains("Stop: Everything", REASON, "You wrote this before you signed in again")
        .containsPattern("value=\"24\" checked");
    assertThat(nation.get("/switches/all/notices.text").body())
        .as("it was about everything")
        .doesNotContain(REASON);
    turn(nation, "/switches/all/notices.reminder", "off", REASON);
    assertThat(nation.get("/switches/all/notices").body())
        .as("it is forgotten once a switch is turned")
        .doesNotContain(REASON);
  }

  private Page signInAgain(String person) {
    var staff = nation.browser().follow(nation.get("/oauth2/authorization/national?anew"));
    var back =
        nation
            .browser()
            .follow(Form.on(staff, "/staff/built-in").send(nation.browser(), "person", person));
    assertThat(back.host()).isEqualTo(NATION);
    return back;
  }

  @Test
  void whatStandsForLongerThanAnybodyMeantIsRedUntilSomebodyLooks() {
    turn(administrator, "/desk/delivery/notices.text", "off", REASON);
    turn(nation, "/switches/all/notices.reminder", "off", REASON);
    assertThat(administrator.get("/desk/delivery").body())
        .contains("To be looked at again on")
        .doesNotContain("Stopped for longer than anybody meant");
    clock.advance(Duration.ofHours(4).plusMinutes(1));
    administrator = AtDesk.signedIn(DESK, "force-administrator");
    nation = AtDesk.signedIn(NATION, "national-administrator");
    assertThat(administrator.get("/desk/delivery").body())
        .contains("Stopped for longer than anybody meant")
        .contains("Texts: your force stopped this", "Reminders: stopped nationally for all forces");
    for (var page : List.of("/", "/switches")) {
      assertThat(nation.get(page).body())
          .contains("Stopped for longer than anybody meant")
          .contains("All forces, Reminders: stopped nationally")
          .contains("Texts: stopped by the force itself");
    }
    var longer = Map.of("to", "off", "reason", "It is still not put right", "review", "1");
    assertThat(nation.send("/switches/all/notices.reminder", longer).body())
        .doesNotContain("Reminders: stopped nationally on");
    assertThat(administrator.send("/desk/delivery/notices.text", longer).body())
        .contains("Kept stopped: Texts", "Kept stopped nationally for all forces: Reminders")
        .contains("Some notices are stopped")
        .doesNotContain("Stopped for longer than anybody meant");
  }

  private static Page turn(AtDesk at, String path, String to, String reason) {
    return at.send(path, Map.of("to", to, "reason", reason));
  }
}
