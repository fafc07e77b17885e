package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.WholeProductTest;

/** Who must go is out at the next request; who may send them is few. */
@WholeProductTest
class DutyTests {

  private static final String DESK = "desk.humberside.localhost";

  @ParameterizedTest
  @ValueSource(strings = {"supervisor", "force-administrator"})
  void whoeverIsSentHomeIsOut(String by) {
    var officer = AtDesk.signedIn(DESK, "officer");
    var boss = AtDesk.signedIn(DESK, by);
    var page = boss.get("/desk/staff");
    assertThat(page.body()).contains("Sam Carter", "1001");
    var row = page.body().substring(page.body().indexOf("Sam Carter"));
    var form =
        Form.on(new Page(page.host(), page.status(), page.headers(), row), "/desk/staff/end");
    assertThat(officer.get("/").status()).isEqualTo(200);
    assertThat(boss.browser().follow(form.send(boss.browser())).body())
        .contains("Their sign-in has been ended");
    assertThat(officer.get("/").status()).isEqualTo(303);
    assertThat(boss.get("/").status()).isEqualTo(200);
    assertThat(boss.browser().follow(form.send(boss.browser())).body())
        .contains("They were not signed in any more");
  }

  @Test
  void othersMayNot() {
    for (var role : new String[] {"officer", "safeguarding", "contact-handler"}) {
      var at = AtDesk.signedIn(DESK, role);
      assertThat(at.get("/desk/staff").status()).as(role).isEqualTo(403);
      var form = Map.of("person", "AAAAAAAAAAAAAAAAAAAAAA");
      assertThat(at.post("/desk/staff/end", form).status()).as(role).isEqualTo(403);
    }
  }

  @Test
  void nonsenseEndsNobody() {
    var boss = AtDesk.signedIn(DESK, "supervisor");
    assertThat(boss.send("/desk/staff/end", Map.of("person", "<script>")).body())
        .contains("They were not signed in any more");
  }
}
