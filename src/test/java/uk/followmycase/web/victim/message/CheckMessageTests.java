package uk.followmycase.web.victim.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.delivery.DemoOutbox.Item;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** The page for whoever doubts a message, or got one without a link. */
@WholeProductTest
class CheckMessageTests {

  private static final String HOST = Place.OXFORD.host();
  private static final String ADDRESS = "/invitation/message";
  private static final Pattern CODE = Pattern.compile("(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}");

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private final Browser browser = new Browser(WholeProductTest.PORT);

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void whoSharesATelephoneTypesTheCodeFromAMessageThatTellsNothing() {
    var shared = Somebody.withASharedTelephone("en");
    shared.reportsBurglary(Place.OXFORD, product);
    var message = message(shared);
    assertThat(message.sender()).doesNotContainIgnoringCase("police").doesNotContain("thames");
    assertThat(message.body()).doesNotContain("http", "localhost");
    var found = CODE.matcher(message.body());
    assertThat(found.find()).isTrue();
    var opened = typed(found.group().toLowerCase(java.util.Locale.ROOT));
    assertThat(opened.header("Location")).isEqualTo("/invitation/prove");
    assertThat(browser.follow(opened).body()).contains("Code from the police");
  }

  @Test
  void aSlipOfTheFingerAndAWrongCodeAreTold() {
    assertThat(typed("").body()).contains("Enter the code");
    assertThat(typed("K4WM").body()).contains("The code is 16 letters and numbers");
    assertThat(typed("2222 3333 4444 6666").body()).contains("That code does not work");
  }

  @Test
  void thePageSaysHowLinksBegin() {
    assertThat(browser.get(HOST, ADDRESS).body())
        .contains("http://" + HOST + ":" + WholeProductTest.PORT + "/", "Check a message");
  }

  private Page typed(String code) {
    return Form.on(browser.get(HOST, ADDRESS), ADDRESS).send(browser, "code", code);
  }

  private Item message(Somebody to) {
    return Awaitility.await("a message")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                outbox.latest(100).stream()
                    .filter(item -> item.to().equals(to.email().value()))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
