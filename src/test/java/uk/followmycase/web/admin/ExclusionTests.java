package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;

/** Whoever is kept out is out within a second, in the middle of what they do; two open the door. */
@WholeProductTest
class ExclusionTests {

  private static final String DESK = "desk.humberside.localhost";
  private static final String CONFLICTS = "/desk/conflicts";
  private static final String WHY = "A telephone with a session was left in a taxi.";
  private static final String DPO = "data-protection-officer";

  @Autowired MovableClock clock;

  private AtDesk handler;
  private AtDesk administrator;
  private String person;

  @BeforeEach
  void comeIn() {
    handler = AtDesk.signedIn(DESK, "contact-handler");
    administrator = AtDesk.signedIn(DESK, "force-administrator");
    person = find(administrator, "1004");
  }

  @AfterEach
  void letIn() {
    press(AtDesk.signedIn(DESK, DPO), "let-in");
  }

  @Test
  void aRoleThatGoesInTheMiddleIsGoneWithinASecond() {
    var name = "Zoe " + UUID.randomUUID();
    var form = Form.on(handler.get(CONFLICTS), CONFLICTS);
    var form2 = Form.on(administrator.get(person), person + "/keep-out");
    var began = System.nanoTime();
    assertThat(administrator.browser().follow(form2.send(administrator.browser(), "reason", WHY)))
        .extracting(Page::body)
        .asString()
        .contains("They are out, and are kept out.", WHY);
    var answer = form.send(handler.browser(), "kind", "name", "text", name);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    assertThat(answer.header("Location")).isEqualTo("/signed-out/kept");
    assertThat(handler.get("/").status()).isEqualTo(303);
    assertThat(refused().body()).contains("A colleague keeps you out for now");
    press(AtDesk.signedIn(DESK, DPO), "let-in");
    var again = AtDesk.signedIn(DESK, "contact-handler");
    assertThat(again.get(CONFLICTS).body()).as("nothing was done").doesNotContain(name);
    assertThat(again.get("/desk/drafts").body()).as("and nothing lost").contains("/desk/drafts/");
  }

  @Test
  void whoeverShutsTheDoorDoesNotOpenIt() {
    keepOut(administrator);
    assertThat(administrator.get(person).body())
        .contains("a colleague must let them in")
        .doesNotContain("let-in");
    assertThat(press(administrator, "let-in").body()).contains("cannot let them in");
    assertThat(refused().status()).isEqualTo(403);
    var colleague = AtDesk.signedIn(DESK, DPO);
    assertThat(colleague.get("/desk/staff").body()).contains("Kept out of this desk", "Tom Walsh");
    assertThat(press(colleague, "let-in").body()).contains("They can sign in again.");
    assertThat(AtDesk.signedIn(DESK, "contact-handler").get("/").status()).isEqualTo(200);
  }

  @Test
  void lettingInWantsAFreshSignInAndKeepingOutDoesNot() {
    clock.advance(Duration.ofMinutes(11));
    assertThat(keepOut(administrator).body()).contains("They are out, and are kept out.");
    var colleague = AtDesk.signedIn(DESK, DPO);
    clock.advance(Duration.ofMinutes(11));
    assertThat(press(colleague, "let-in").body()).contains("Sign in again before you go on");
    assertThat(refused().status()).isEqualTo(403);
  }

  @Test
  void aReasonIsAskedForAndNobodyKeepsThemselvesOut() {
    var asked = administrator.send(person + "/keep-out", Map.of("reason", "so"));
    assertThat(asked.body()).contains("Say why in 10 to 500 characters", ">so<");
    assertThat(handler.get("/").status()).isEqualTo(200);
    var own = find(administrator, "1005");
    assertThat(administrator.get(own).body()).contains("You cannot keep yourself out");
    assertThat(administrator.send(own + "/keep-out", Map.of("reason", WHY)).body())
        .contains("You cannot keep yourself out");
    assertThat(administrator.get("/").status()).isEqualTo(200);
  }

  @Test
  void othersMayNotAndNonsenseIsNobody() {
    for (var role : new String[] {"supervisor", "officer", DPO}) {
      var at = AtDesk.signedIn(DESK, role);
      assertThat(at.post(person + "/keep-out", Map.of("reason", WHY)).status())
          .as(role)
          .isEqualTo(403);
    }
    for (var role : new String[] {"supervisor", "officer", "safeguarding"}) {
      var at = AtDesk.signedIn(DESK, role);
      assertThat(at.post(person + "/let-in", Map.of()).status()).as(role).isEqualTo(403);
    }
    assertThat(handler.get("/").status()).isEqualTo(200);
    for (var nobody : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "<script>", "x"}) {
      var path = "/desk/staff/" + nobody.replaceAll("[<>]", "%3C");
      assertThat(administrator.get(path).status()).isEqualTo(404);
    }
    assertThat(administrator.send("/desk/staff/find", Map.of("collar", "no such 1")).body())
        .contains("Type a collar number");
    assertThat(administrator.send("/desk/staff/find", Map.of("collar", "9299")).body())
        .contains("Nobody with the collar number 9299");
  }

  private Page keepOut(AtDesk by) {
    return by.send(person + "/keep-out", Map.of("reason", WHY));
  }

  private Page press(AtDesk by, String what) {
    return by.send(person + "/" + what, Map.of());
  }

  /** They come back by their provider, which still knows their role. */
  private static Page refused() {
    var browser = new Browser(WholeProductTest.PORT);
    browser.follow(browser.get(DESK, "/"));
    var form = Form.on(browser.get("sign-in.localhost", "/staff"), "/staff/built-in");
    return browser.follow(form.send(browser, "person", "contact-handler"));
  }

  private static String find(AtDesk by, String collarNumber) {
    var found = by.send("/desk/staff/find", Map.of("collar", collarNumber)).body();
    assertThat(found).contains("href=\"/desk/staff/");
    return found.replaceAll("(?s).*href=\"(/desk/staff/[^\"]+)\".*", "$1");
  }
}
