package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Post;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** From a message on a phone to one's own case, and away again. */
@WholeProductTest
class InvitationJourneyTests {

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = new Post(outbox);
  }

  @Test
  void fromTheMailboxToTheCaseInEnglishThenInWelshThenAway() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    post.token(sian.email());
    try (var screen = Screen.in("en")) {
      screen.open("localhost", "/").press("a[href='/outbox']").look("outbox");
      screen.press(".message:has-text('" + sian.email().value() + "') a").look("invitation");
      screen.press("main form button");
      Way.lookingClosely(screen, post)
          .provesByPhone(sian)
          .agrees()
          .readsHowToLeave()
          .opensTheCase();
      assertThat(screen.words())
          .contains(reference, "Burglary", "Being investigated")
          .contains("Alex Morgan", "PC4711", "Burglary team")
          .contains("We have asked for the camera pictures.", "4 March 2026, 3:15pm")
          .contains("6 April 2026, 10am", "1 March 2026 to 3 March 2026", "Bicycle, blue");
      screen.press("header button[lang='cy']").look("case");
      assertThat(screen.words())
          .contains(reference, "Yn cael ei ymchwilio", "4 Mawrth 2026, 3:15yp")
          .contains("Diolch am ddweud wrthym");
      Way.walking(screen, post).leaves();
      nothingIsLeft(screen, reference);
    }
  }

  /** What somebody finds who picks the phone up now. */
  private static void nothingIsLeft(Screen screen, String reference) {
    screen.page().goBack();
    screen.page().waitForLoadState();
    assertThat(screen.page().content()).doesNotContain(reference, "Alex Morgan");
    screen.open(Place.OXFORD.host(), "/cases");
    assertThat(screen.page().url()).contains(Way.SIGN_IN);
    assertThat(screen.page().evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
  }

  @Test
  void theWholeWayInWelsh() {
    var sian = Somebody.withTwoContacts("cy");
    var reference = sian.reportsBurglary(Place.BANGOR, product);
    try (var screen = Screen.in("cy")) {
      Way.lookingClosely(screen, post)
          .opens(Place.BANGOR, sian)
          .provesByPhone(sian)
          .agrees()
          .readsHowToLeave()
          .opensTheCase();
      assertThat(screen.words()).contains(reference, "6 Ebrill 2026, 10yb");
      screen.press("form[action='/sign-out'] button").look("signed-out");
    }
  }

  @Test
  void somebodyWhoWishesForWelshIsAnsweredInWelsh() {
    var sian = Somebody.withTwoContacts("cy");
    sian.reportsBurglary(Place.BANGOR, product);
    try (var screen = Screen.in("en")) {
      Way.walking(screen, post).opens(Place.BANGOR, sian);
      assertThat(screen.page().getAttribute("html", "lang")).isEqualTo("cy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whoeverCanBeReachedInOneWayOnlyGetsTheCodeFromThePolice(String language) {
    var ali = Somebody.withOneContact(language);
    var reference = ali.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in(language)) {
      var way = Way.lookingClosely(screen, post).opens(Place.OXFORD, ali);
      var code = ali.isHandedCode(Place.OXFORD, reference, product);
      way.provesBy(code).agrees().readsHowToLeave().opensTheCase();
      assertThat(screen.words()).contains(reference);
    }
  }

  @Test
  void aPageWithoutScriptsDoesAllTheSame() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.withoutScripts()) {
      Way.walking(screen, post)
          .opens(Place.OXFORD, sian)
          .provesByPhone(sian)
          .agrees()
          .readsHowToLeave()
          .opensTheCase();
      assertThat(screen.words()).contains(reference);
      screen.press("header button[lang='cy']");
      assertThat(screen.words()).contains("Yn cael ei ymchwilio");
      Way.walking(screen, post).leaves();
      screen.open(Place.OXFORD.host(), "/cases");
      assertThat(screen.page().url()).contains(Way.SIGN_IN);
    }
  }

  @Test
  void aKeyboardIsEnough() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      screen.open(Place.OXFORD.host(), "/invitation/" + post.token(sian.email()));
      screen.tabTo("form[action='/invitation'] button").enter();
      screen.tabTo("form[action='/invitation/code'] button").enter();
      screen.tabTo("#code").keys(post.code(sian.phone())).enter();
      screen.tabTo("form[action='/invitation/terms'] button").enter();
      screen.tabTo("main form button").enter();
      screen.tabTo("form[action='/safety'] button").enter();
      screen.tabTo("main h2 a").enter();
      assertThat(screen.words()).contains(reference);
      screen.listens().key("Shift").key("Shift").key("Shift");
      screen.page().waitForURL("https://www.bbc.co.uk/weather");
      nothingIsLeft(screen, reference);
    }
  }

  @Test
  void theSecondSkipLinkLeaves() {
    try (var screen = Screen.in("en")) {
      screen.open(Place.OXFORD.host(), "/rights").key("Tab").key("Tab").key("Enter");
      screen.page().waitForURL("https://www.bbc.co.uk/weather");
    }
  }
}
