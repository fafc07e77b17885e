package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;

/** Staff of the demonstration come to their desk and leave it. */
@WholeProductTest
class DeskJourneyTests {

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aSupervisorSignsInAndOut(String language) {
    try (var screen = Screen.in(language)) {
      screen.open("desk." + Place.BANGOR.host(), "/").look("desk-choice-" + language);
      screen.press("button[value='supervisor']").look("desk-work-" + language);
      screen.open("desk." + Place.BANGOR.host(), "/desk/you").look("desk-you-" + language);
      assertThat(screen.words()).contains("Nia Evans", "1002");
      screen.press("main form[action='/sign-out'] button").look("desk-left-" + language);
      screen.press("main a[href='/']");
      assertThat(screen.words()).as("asks again").contains("Nia Evans").doesNotContain("1002");
    }
  }

  @Test
  void noScriptIsNeeded() {
    try (var screen = Screen.withoutScripts()) {
      screen.open("desk." + Place.OXFORD.host(), "/").press("button[value='safeguarding']");
      screen.open("desk." + Place.OXFORD.host(), "/desk/you");
      assertThat(screen.words()).contains("Priya Shah");
      screen.press("main form[action='/sign-out'] button");
      screen.open("desk." + Place.OXFORD.host(), "/");
      assertThat(screen.words()).doesNotContain("1003");
    }
  }

  @Test
  void theSupervisorOfOneForceIsNobodyAtAnother() {
    try (var screen = Screen.in("en")) {
      screen.open("desk." + Place.OXFORD.host(), "/").press("button[value='supervisor']");
      screen.open("desk." + Place.BANGOR.host(), "/");
      assertThat(screen.words()).doesNotContain("1002");
      screen.open(Place.OXFORD.host(), "/cases");
      assertThat(screen.words()).doesNotContain("Nia Evans");
    }
  }
}
