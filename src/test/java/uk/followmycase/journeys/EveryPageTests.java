package uk.followmycase.journeys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;

/** Pages that anybody can open, each looked at closely in both languages. */
@WholeProductTest
class EveryPageTests {

  private static final String[] OF_A_FORCE = {
    "",
    "rights",
    "support",
    "safety",
    "accessibility",
    "cookies",
    "signed-out",
    "invitation/gone",
    "invitation/again",
    "invitation/message",
    "invitation/held",
    "invitation/thank-you",
    "nothing"
  };

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everyPageCanBeUsedByEverybody(String language) {
    try (var screen = Screen.in(language)) {
      for (var path : OF_A_FORCE) {
        screen.open(Place.OXFORD.host(), "/" + path).look("page-" + path.replace('/', '-'));
      }
      screen.open("localhost", "/").look("landing").open("localhost", "/outbox").look("outbox");
      screen.open("localhost", "/nothing").look("landing-nothing");
      screen.open(Way.SIGN_IN, "/").look("which-force").open(Way.SIGN_IN, "/nothing");
      screen.look("sign-in-nothing").open(Way.SIGN_IN, "/sign-in").look("sign-in-alone");
    }
  }
}
