package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** An officer is called away from a half-written update for too long, and loses no word of it. */
@WholeProductTest
class DraftJourneyTests {

  private static final String DESK = "desk." + Place.OXFORD.host();
  private static final String OFFICER = "1001";
  private static final String WRITTEN =
      "We asked the neighbours: \"nobody saw him\" & left a card.";

  @Autowired private ApplicationContext product;
  @Autowired private MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whatWasWrittenIsKeptShownAndSent(String language) {
    var reference =
        Somebody.withTwoContacts(language).reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var desk = Screen.in(language)) {
      signIn(desk).open(DESK, "/desk/search").press("#by-reference").type("#text", reference);
      desk.press("form[action='/desk/search'] button").press(".choices a");
      desk.press("a[href$='/timeline']").type("#text", WRITTEN);
      clock.advance(Duration.ofMinutes(20));
      desk.press("form[action$='/timeline'] button:not([name])").look("draft-kept");
      assertThat(desk.words()).doesNotContain("neighbours");
      signIn(desk).look("draft");
      assertThat(desk.words()).contains(WRITTEN);
      desk.open(DESK, "/desk/drafts").look("drafts").press("main li a");
      desk.press("form[action$='/timeline'] button");
      assertThat(desk.page().url()).endsWith("/timeline?said=posted");
      assertThat(desk.words()).contains(WRITTEN);
      desk.open(DESK, "/desk/drafts").look("drafts-none");
    }
  }

  private static Screen signIn(Screen desk) {
    return desk.open(DESK, "/").press("button[value='officer']");
  }
}
