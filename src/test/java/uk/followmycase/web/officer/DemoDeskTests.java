package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.identity.Staff;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;

/** The demonstration's own people find their way to each desk, in both languages. */
@WholeProductTest
class DemoDeskTests {

  private static final String SIGN_IN = "sign-in.localhost";

  @Autowired Forces forces;
  @Autowired Staff staff;

  private final Browser browser = new Browser(WholeProductTest.PORT);

  @Test
  void theLandingPageLeadsToEachDesk() {
    var landing = browser.get("localhost", "/").body();
    for (var force : forces.all()) {
      assertThat(landing).contains("href=\"http://desk." + force.settings().host() + ":");
    }
  }

  @Test
  void everyRoleHasSomebodyAtEveryDesk() {
    assertThat(staff.builtIn()).extracting(Staff.BuiltIn::role).contains(StaffRole.values());
    for (var force : forces.all()) {
      for (var one : staff.builtIn()) {
        var desk = "desk." + force.settings().host();
        var shown = signIn(desk, one.key());
        assertThat(shown.host()).isEqualTo(desk);
        assertThat(shown.body())
            .contains(one.displayName(), one.collarNumber(), force.settings().name().get("en"));
        browser.follow(Form.on(shown, "/sign-out").send(browser));
        assertThat(browser.get(desk, "/").status()).isEqualTo(303);
      }
    }
  }

  @Test
  void theDeskSpeaksWelsh() {
    var desk = "desk.north-wales.localhost";
    var shown = signIn(desk, "supervisor");
    var welsh = browser.follow(Form.on(shown, "/language").send(browser, "language", "cy")).body();
    assertThat(welsh).contains("Achosion fy unedau", "Goruchwyliwr", "Heddlu Gogledd Cymru");
    assertThat(browser.get(desk, "/desk/you").body()).contains("Rydych wedi mewngofnodi");
  }

  @Test
  void whoIsNotThereIsNotLetIn() {
    var desk = "desk.humberside.localhost";
    browser.follow(browser.get(desk, "/"));
    var form = Form.on(browser.get(SIGN_IN, "/staff"), "/staff/built-in");
    var refused = form.send(browser, "person", "chief-constable");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(browser.get(desk, "/").status()).isEqualTo(303);
  }

  @Test
  void publicPagesOfADeskStandWithoutSigningIn() {
    for (var page : List.of("/accessibility", "/cookies", "/signed-out")) {
      var shown = browser.get("desk.humberside.localhost", page);
      assertThat(shown.status()).as(page).isEqualTo(200);
      assertThat(shown.body()).doesNotContain("href=\"/exit\"", "href=\"/rights\"");
    }
    for (var page : List.of("/cases", "/invitation", "/exit", "/rights", "/staff", "/outbox")) {
      assertThat(browser.get("desk.humberside.localhost", page).status()).as(page).isEqualTo(404);
    }
  }

  private Browser.Page signIn(String desk, String key) {
    browser.follow(browser.get(desk, "/"));
    var form = Form.on(browser.get(SIGN_IN, "/staff"), "/staff/built-in");
    return browser.follow(form.send(browser, "person", key));
  }
}
