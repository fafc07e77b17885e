package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

/** An officer lets a mother follow; she comes in her own way; the victim sees it; it ends. */
@WholeProductTest
class RepresentativeJourneyTests {

  private static final String OFFICER = "1001";
  private static final String TOLD = "The back door was open";

  @Autowired private ApplicationContext product;
  @Autowired private DemoOutbox outbox;
  @Autowired private MovableClock clock;

  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = Post.from(outbox);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aRepresentativeFollowsForAsLongAsTheyMay(String language) {
    var sian = Somebody.withTwoContacts(language);
    var mair = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var desk = Screen.in(language);
        var victim = Screen.in(language);
        var mother = Screen.in(language)) {
      comesIn(victim, sian);
      desk.open(host(), "/").press("button[value='officer']");
      desk.open(host(), "/").press("main a:has-text('" + reference + "')");
      desk.press("a[href*='/people/']").look("person-representatives");
      adds(desk, mair);
      comesIn(mother, mair);
      mother.look("case-of-another");
      assertThat(mother.words()).contains(reference).doesNotContain(TOLD);
      victim.page().reload();
      victim.look("case-with-onlookers");
      assertThat(victim.words()).contains("Mair Rhys");
      desk.page().reload();
      desk.press("li a[href*='/people/']").look("representative-person");
      victim.press("a[href*='/onlookers/']").look("onlooker-ask");
      if (language.equals("cy")) {
        victim.press("form[action*='/onlookers/'] button").look("onlooker-ended");
      } else {
        desk.press("form[action$='/end'] button").look("representative-end-fault");
        desk.type("#end-why", "They have quarrelled.").press("form[action$='/end'] button");
        assertThat(desk.look("representative-ended").words()).contains("They have quarrelled.");
      }
      mother.open(Place.OXFORD.host(), "/cases");
      assertThat(mother.page().url()).as("signed out at once").contains("/sign-in");
    }
  }

  private static void adds(Screen desk, Somebody mair) {
    desk.press("a[href$='/representatives']").look("representative");
    desk.press("form[action$='/representatives'] button").look("representative-faults");
    desk.type("#name", "Mair Rhys").press("#kind-next-of-kin").press("#agreed");
    desk.type("#phone", mair.phone().value()).type("#email", mair.email().value());
    desk.press("form[action$='/representatives'] button").look("person-represented");
    assertThat(desk.words()).contains("Mair Rhys");
  }

  private void comesIn(Screen screen, Somebody somebody) {
    var way = Way.walking(screen, post).opens(Place.OXFORD, somebody);
    way.provesByPhone(somebody).agrees().readsHowToLeave().opensTheCase();
  }

  private static String host() {
    return "desk." + Place.OXFORD.host();
  }
}
