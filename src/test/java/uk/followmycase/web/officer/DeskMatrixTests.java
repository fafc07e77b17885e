package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.PolicyPage;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;

/**
 * Every role asks every page of the desk that the running product lists, by every method, with a
 * case of every sort of bond and with cases that are not there. What may be is read from the page
 * of rights in the documentation, so that a line taken out of the table fails here.
 */
@WholeProductTest
class DeskMatrixTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @Test
  void everyRoleMeetsExactlyItsRights() {
    clock.advanceToNoon();
    var files = MatrixCases.tell(product, clock);
    var pages = MatrixPage.all(product);
    var wrong = new ArrayList<String>();
    var asked = 0;
    for (var role : StaffRole.values()) {
      for (var page : pages) {
        for (var file : files(files, page)) {
          asked++;
          check(files, role, page, file, wrong);
        }
      }
    }
    System.out.printf(
        "Matrix of the desk: %d roles, %d pages by method, %d sorts of case: %d requests%n",
        StaffRole.values().length, pages.size(), files.cases().size(), asked);
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(2_000);
  }

  private static List<MatrixCases.File> files(MatrixCases files, MatrixPage page) {
    if (!page.hasCase()) {
      return files.cases().subList(0, 1);
    }
    var all = new ArrayList<>(files.cases());
    if (page.hasPart()) {
      all.add(files.mixed());
    }
    return all;
  }

  private void check(
      MatrixCases files,
      StaffRole role,
      MatrixPage page,
      MatrixCases.File file,
      List<String> wrong) {
    var answer = page.ask(files.crew().of(role), file.of(role));
    var status = answer.status();
    var expected = expected(role, page, file);
    var met =
        switch (expected) {
          case "role" -> status != 403 && status < 500;
          case "allowed" -> page.hasCase() ? done(answer) : status != 403 && status < 500;
          case "not there" -> status == 404;
          case "nothing" -> status == 404 || nothingDone(answer);
          default -> status == 403;
        };
    if (!met) {
      wrong.add(
          "%s %s %s %s: %s, got %d"
              .formatted(role, page.method(), page.path(), file.name(), expected, status));
    }
  }

  /** Shown, done, or found to be overtaken: a whole form is never at fault. */
  private static boolean done(Browser.Page answer) {
    return switch (answer.status()) {
      case 200, 409 -> true;
      case 303 -> !answer.header("Location").contains("/desk/again");
      default -> false;
    };
  }

  private static boolean nothingDone(Browser.Page answer) {
    return answer.status() == 409 || answer.header("Location").endsWith("=not-now");
  }

  private static String expected(StaffRole role, MatrixPage page, MatrixCases.File file) {
    var rights = PolicyPage.kept();
    if (!rights.everAllows(role, page.act())) {
      return "no role";
    }
    if (!page.hasCase()) {
      return page.path().contains("{") ? "role" : "allowed";
    }
    if (file.name().equals(MatrixCases.MIXED)) {
      return "nothing";
    }
    if (page.recordsCaller() && file.bond() == Bond.HELD) {
      return "not there";
    }
    return file.bond() != null
            && (rights.allows(role, file.bond(), page.needed())
                || rights.allows(role, Bond.NONE, page.needed()))
        ? "allowed"
        : "not there";
  }
}
