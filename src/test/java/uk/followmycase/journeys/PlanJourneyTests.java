package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
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

/** Somebody says how they wish to be reached, and their officer what is safe. */
@WholeProductTest
class PlanJourneyTests {

  private static final String DESK = "desk." + Place.BANGOR.host();
  private static final String OFFICER = "1001";

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void theSaferOfBothWordsCounts(String language) {
    var sian = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.BANGOR, OFFICER, product);
    try (var victim = Screen.in(language);
        var officer = Screen.in(language)) {
      Way.walking(victim, new Post(outbox))
          .opens(Place.BANGOR, sian)
          .provesByPhone(sian)
          .agrees()
          .readsHowToLeave()
          .opensTheCase();
      victim.press("main a[href$='/contact']").look("wishes");
      for (var box : new String[] {"#channel-text", "#channel-email"}) {
        victim.page().uncheck(box);
      }
      victim.press("main form[action$='/contact'] button").look("wishes-fault");
      victim.page().check("#channel-text");
      victim.press("main form[action$='/contact'] button").look("wishes-saved");

      officer.open(DESK, "/").press("button[value='officer']");
      officer.open(DESK, "/desk/search").press("#by-reference").type("#text", reference);
      officer.press("form[action='/desk/search'] button").press(".choices a");
      officer.press("main a[href*='/people/']").press("main a[href$='/plan']");
      officer.look("safe-contact").page().check("#shared-device");
      officer.press("main form[action$='/plan'] button").look("safe-contact-fault");
      officer.type("#note", "Wyneb yn wyneb / face to face");
      officer.press("main form[action$='/plan'] button");
      assertThat(officer.look("safe-contact-saved").words()).contains("face to face");

      victim.open(Place.BANGOR.host(), URI.create(victim.page().url()).getPath());
      assertThat(victim.look("wishes-safer").page().locator(".govuk-inset-text").count()).isOne();
    }
  }
}
