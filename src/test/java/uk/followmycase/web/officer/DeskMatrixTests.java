package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.PolicyPage;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Every role asks every page of the desk that the running product lists, by every method, with a
 * case of every sort of bond and with cases that are not there. What may be is read from the page
 * of rights in the documentation, so that a line taken out of the table fails here.
 */
@WholeProductTest
class DeskMatrixTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  /** A page of the desk as the running product lists it. */
  private record Page(String method, String path, Act act) {

    boolean hasTask() {
      return path.contains("{task}");
    }

    boolean hasCase() {
      return hasTask() || (act.aboutCase() && path.contains("{handle}"));
    }

    /** Whether it names a part of a case. */
    boolean hasPart() {
      return path.contains("{person}") || path.contains("{line}");
    }

    /** What one must be allowed to do to the case: whoever sees a case may see to its tasks. */
    Act needed() {
      return act.aboutCase() ? act : Act.SEE_FILE;
    }
  }

  @Test
  void everyRoleMeetsExactlyItsRights() {
    clock.advanceToNoon();
    var files = MatrixCases.tell(product, clock);
    var pages = pages();
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

  private static List<MatrixCases.File> files(MatrixCases files, Page page) {
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
      MatrixCases files, StaffRole role, Page page, MatrixCases.File file, List<String> wrong) {
    var answer = ask(files.crew().of(role), page, file.of(role));
    var status = answer.status();
    var expected = expected(role, page, file);
    var met =
        switch (expected) {
          case "role" -> status != 403 && status < 500;
          case "allowed" -> status != 403 && status != 404 && status < 500;
          case "not there" -> status == 404;
          case "nothing" -> status == 404 || answer.header("Location").endsWith("=not-now");
          default -> status == 403;
        };
    if (!met) {
      wrong.add(
          "%s %s %s %s: %s, got %d"
              .formatted(role, page.method, page.path, file.name(), expected, status));
    }
  }

  private static String expected(StaffRole role, Page page, MatrixCases.File file) {
    var rights = PolicyPage.kept();
    if (!rights.everAllows(role, page.act)) {
      return "no role";
    }
    if (!page.hasCase()) {
      return page.path.contains("{") ? "role" : "allowed";
    }
    if (file.name().equals(MatrixCases.MIXED)) {
      return "nothing";
    }
    return file.bond() != null
            && (rights.allows(role, file.bond(), page.needed())
                || rights.allows(role, Bond.NONE, page.needed()))
        ? "allowed"
        : "not there";
  }

  private Browser.Page ask(Crew.Hand hand, Page page, MatrixAddress address) {
    var path = address.of(page.path);
    return switch (page.method) {
      case "POST" -> {
        var form = Form.on(hand.browser().get(hand.desk(), "/desk/you"), "/sign-out");
        var fields = new HashMap<>(form.hidden());
        if (page.hasTask()) {
          fields.putAll(filledIn());
        }
        yield hand.browser().post(hand.desk(), path, fields);
      }
      default -> hand.browser().ask(page.method, hand.desk(), path);
    };
  }

  /** Whole forms of a task, but of a version that nobody has seen: so they change nothing. */
  private static Map<String, String> filledIn() {
    return Map.of(
        "version", "0",
        "role", "officer",
        "answer", "told-by-telephone",
        "decision", "refuse",
        "once", Handle.random().toString(),
        "seen", "nothing",
        "note", "So that the matrix says why.",
        "second-note", "So that the matrix says why.");
  }

  private List<Page> pages() {
    return product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(
            entry -> {
              var page = entry.getValue().getMethodAnnotation(For.class);
              return page == null
                  ? Stream.<Page>of()
                  : entry.getKey().getPatternValues().stream()
                      .flatMap(
                          path ->
                              entry.getKey().getMethodsCondition().getMethods().stream()
                                  .flatMap(DeskMatrixTests::methods)
                                  .map(method -> new Page(method, path, page.value())));
            })
        .sorted(Comparator.comparing(Page::path).thenComparing(Page::method))
        .toList();
  }

  private static Stream<String> methods(RequestMethod method) {
    return method == RequestMethod.GET ? Stream.of("GET", "HEAD") : Stream.of(method.name());
  }
}
