package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
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
import uk.followmycase.support.Form;
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

  /** A page of the desk as the running product lists it. */
  private record Page(String method, String path, Act act) {

    boolean hasCase() {
      return act.aboutCase() && path.contains("{handle}");
    }

    /**
     * A task or an update that no case of the matrix has: absent, even where it may be asked for.
     */
    boolean isOfNothing() {
      return path.contains("{task}") || path.contains("{line}");
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
        var cases = page.hasCase() ? files.cases() : files.cases().subList(0, 1);
        for (var file : cases) {
          asked++;
          check(files, role, page, file, wrong);
        }
      }
    }
    System.out.printf(
        "Matrix of the desk: %d roles, %d pages by method, %d sorts of case: %d requests%n",
        StaffRole.values().length, pages.size(), files.cases().size(), asked);
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(300);
  }

  private void check(
      MatrixCases files, StaffRole role, Page page, MatrixCases.File file, List<String> wrong) {
    var status = ask(files.crew().of(role), page, file.handleFor(role));
    var expected = expected(role, page, file);
    var met =
        switch (expected) {
          case "role" -> status != 403 && status < 500;
          case "allowed" -> status != 403 && status != 404 && status < 500;
          case "not there" -> status == 404;
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
    if (page.isOfNothing()) {
      return "not there";
    }
    if (!page.hasCase()) {
      return page.path.contains("{") ? "role" : "allowed";
    }
    return file.bond() != null
            && (rights.allows(role, file.bond(), page.act)
                || rights.allows(role, Bond.NONE, page.act))
        ? "allowed"
        : "not there";
  }

  private int ask(Crew.Hand hand, Page page, String handle) {
    var path =
        page.path
            .replace("{handle}", handle)
            .replace("{person}", MatrixCases.personOn(product, handle))
            .replaceAll("\\{[^}]*}", "any");
    return switch (page.method) {
      case "POST" -> {
        var form = Form.on(hand.browser().get(hand.desk(), "/desk/you"), "/sign-out");
        yield hand.browser().post(hand.desk(), path, Map.copyOf(form.hidden())).status();
      }
      default -> hand.browser().ask(page.method, hand.desk(), path).status();
    };
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
