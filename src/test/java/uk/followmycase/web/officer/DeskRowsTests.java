package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.PolicyPage;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.web.officer.MatrixRow.Whose;

/**
 * Every role at what hangs on no bond with a case: a row of the own unit, of another unit and of
 * another force. It is done for whom the page of rights has a line, where it is theirs, and for
 * nobody else; what the answer says of it is not asked.
 */
@WholeProductTest
class DeskRowsTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @Test
  void everyRoleReachesWhatIsTheirs() {
    clock.advanceToNoon();
    var crew = new Crew(product, uk.followmycase.support.Place.OXFORD);
    var wrong = new ArrayList<String>();
    var done = 0;
    for (var role : StaffRole.values()) {
      var hand = crew.of(role);
      for (var whose : Whose.values()) {
        for (var row : rows(hand, whose)) {
          var answer = ask(hand, row);
          var met = met(row, answer);
          done += met ? 1 : 0;
          if (met != expected(role, whose, row) || refusedWrongly(role, row, answer)) {
            wrong.add(
                "%s %s %s: %b, got %d".formatted(role, whose, row.path(), met, answer.status()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(done).as("so that it is not all refused").isEqualTo(19);
  }

  private List<MatrixRow> rows(Crew.Hand hand, Whose whose) {
    return new MatrixRows(product, clock, whose, hand.who().units().iterator().next()).all();
  }

  private static boolean met(MatrixRow row, Browser.Page answer) {
    return row.method().equals("GET") ? answer.status() == 200 : row.done().getAsBoolean();
  }

  private static boolean expected(StaffRole role, Whose whose, MatrixRow row) {
    return PolicyPage.kept().everAllows(role, row.act())
        && whose != Whose.ANOTHER_FORCES
        && (whose == Whose.OWN_UNITS || role != StaffRole.SUPERVISOR || !row.ofUnits());
  }

  private static boolean refusedWrongly(StaffRole role, MatrixRow row, Browser.Page answer) {
    return PolicyPage.kept().everAllows(role, row.act()) == (answer.status() == 403);
  }

  private static Browser.Page ask(Crew.Hand hand, MatrixRow row) {
    var browser = hand.browser();
    if (row.method().equals("GET")) {
      return browser.get(hand.desk(), row.path());
    }
    var form = Form.on(browser.get(hand.desk(), "/desk/you"), "/sign-out");
    var fields = new HashMap<>(form.hidden());
    fields.putAll(row.fields());
    return browser.post(hand.desk(), row.path(), fields);
  }
}
