package uk.followmycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Crawl;
import uk.followmycase.support.HtmlCheck;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Visitor;
import uk.followmycase.support.WholeProductTest;

/** All that links lead to is HTML as it is written: journeys look at the rest. */
@WholeProductTest
class PagesAreHtmlTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void thoseThatEverybodySees(String language) {
    var browser = new Browser(WholeProductTest.PORT);
    assertThat(new Crawl(browser, Place.OXFORD.host(), language).from(List.of("/", "/nothing")))
        .contains("/rights", "/support", "/safety");
    new Crawl(browser, "localhost", language).from(List.of("/", "/outbox", "/nothing"));
    new Crawl(browser, "sign-in.localhost", language).from(List.of("/", "/sign-in", "/staff"));
    new Crawl(browser, "desk." + Place.OXFORD.host(), language)
        .from(List.of("/signed-out", "/accessibility", "/nothing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void thoseOfSomebodySignedIn(String language) {
    clock.advanceToNoon();
    var visitor = Visitor.at(Place.BANGOR.host(), product);
    assertThat(
            new Crawl(visitor.browser(), Place.BANGOR.host(), language)
                .from(List.of("/cases", "/")))
        .contains("/cases");
  }

  @Test
  void theCheckerFindsWhatIsWrong() {
    var page =
        "<!DOCTYPE html><html lang=\"en\"><head><title>A</title></head><body>%s</body></html>";
    assertThat(HtmlCheck.faults(page.formatted("<p>One</p>"))).isEmpty();
    assertThat(HtmlCheck.faults(page.formatted("<p>One<div>Two</div></p>"))).isNotEmpty();
    assertThat(HtmlCheck.faults(page.formatted("<p id=\"a\"></p><p id=\"a\"></p>")))
        .anyMatch(fault -> fault.contains("no-dup-id"));
  }
}
