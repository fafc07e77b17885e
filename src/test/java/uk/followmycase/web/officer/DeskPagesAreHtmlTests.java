package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Crawl;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;

/** All that links of a desk lead anybody to is HTML as it is written, in both languages. */
@WholeProductTest
class DeskPagesAreHtmlTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @Test
  void forEveryRoleInBothLanguages() {
    clock.advanceToNoon();
    var crew = MatrixCases.tell(product, clock).crew();
    var pages = new TreeSet<String>();
    for (var role : StaffRole.values()) {
      var hand = crew.of(role);
      for (var language : List.of("en", "cy")) {
        new Crawl(hand.browser(), hand.desk(), language)
            .from(List.of("/", "/desk/you", "/desk/conflicts", "/desk/nothing"))
            .forEach(path -> pages.add(role + " " + language + " " + path));
      }
    }
    System.out.printf("Pages of the desk checked as HTML: %d%n", pages.size());
    assertThat(pages)
        .anyMatch(page -> page.matches("OFFICER cy /desk/cases/[^/]*"))
        .anyMatch(page -> page.matches("OFFICER en /desk/cases/[^/]*/people/[^/]*"))
        .anyMatch(page -> page.matches("SAFEGUARDING en /desk/tasks/[^/]*"))
        .hasSizeGreaterThan(100);
  }
}
