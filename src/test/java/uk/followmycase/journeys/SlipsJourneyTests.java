package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Post;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** What goes wrong on the way is explained kindly, in both languages, and costs nothing. */
@WholeProductTest
class SlipsJourneyTests {

  private static final String PROVE = "form[action='/invitation/prove'] button";
  private static final String SEND = "form[action='/invitation/code'] button";

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = new Post(outbox);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The code is 8 numbers | That code is not right      | You can ask for a new one in
          cy | Mae’r cod yn 8 rhif   | Nid yw’r cod hwnnw’n gywir  | Gallwch ofyn am un newydd ymhen
          """)
  void slipsAreExplainedAndCostNothing(String language, String brief, String wrong, String wait) {
    var sian = Somebody.withTwoContacts(language);
    sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in(language)) {
      Way.walking(screen, post).opens(Place.OXFORD, sian);
      screen.press(SEND);
      var code = post.code(sian.phone());
      screen.type("#code", "12").press(PROVE).look("prove-short");
      assertThat(screen.words()).contains(brief);
      screen.type("#code", other(code)).press(PROVE).look("prove-wrong");
      assertThat(screen.words()).contains(wrong);
      assertThat(screen.page().inputValue("#code")).isEmpty();
      screen.press(SEND).look("prove-wait");
      assertThat(screen.words()).contains(wait);
      screen.type("#code", code).press(PROVE);
      assertThat(screen.page().url()).endsWith("/invitation/terms");
    }
  }

  @Test
  void aDeadCodeLeadsToANewOne() {
    var sian = Somebody.withTwoContacts("en");
    sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      Way.walking(screen, post).opens(Place.OXFORD, sian);
      screen.press(SEND);
      var code = post.code(sian.phone());
      for (var tries = 0; tries < 5; tries++) {
        screen.type("#code", other(code)).press(PROVE);
      }
      screen.look("prove-dead");
      clock.advance(java.time.Duration.ofMinutes(1));
      screen.press(SEND).type("#code", post.code(sian.phone())).press(PROVE);
      assertThat(screen.page().url()).endsWith("/invitation/terms");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anInvitationThatIsNotForThisPersonEndsWhenTheySaySo(String language) {
    var sian = Somebody.withTwoContacts(language);
    sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in(language)) {
      var link = "/invitation/" + post.token(sian.email());
      screen.open(Place.OXFORD.host(), link).press("main form button");
      screen.press("a[href='/invitation/not-me']").look("not-me");
      screen.press("main form button").look("not-me-unticked");
      screen.press("#confirm").press("main form button").look("not-me-done");
      screen.open(Place.OXFORD.host(), link).press("main form button").look("link-gone");
      assertThat(screen.page().url()).endsWith("/invitation");
      assertThat(screen.page().locator("main form").count()).isZero();
    }
  }

  @Test
  void wrongCodesSignNobodyIn() {
    try (var screen = Screen.in("en")) {
      screen.open(Place.OXFORD.host(), "/cases").press("main form button").look("sign-in-empty");
      screen.type("#email", "nobody@example.com").type("#mobile", "07700900999");
      screen.press("main form button").press("main form button").look("sign-in-codes-empty");
      for (var tries = 0; tries < 5; tries++) {
        screen.type("#first", "00000000").type("#second", "11111111").press("main form button");
      }
      screen.look("sign-in-codes-dead");
      screen.open(Place.OXFORD.host(), "/cases");
      assertThat(screen.page().url()).contains(Way.SIGN_IN);
    }
  }

  private static String other(String code) {
    return (code.startsWith("9") ? "8" : "9") + code.substring(1);
  }
}
