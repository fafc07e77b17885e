package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
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

/** Staff decide, hand over and answer; and what comes of it for the victim. */
@WholeProductTest
class TaskJourneyTests {

  private static final int MOST_CLICKS = 3;
  private static final String OFFICER = "1001";
  private static final String MOST_URGENT =
      """
      update police.task set due_at = due_at - interval '60 days'
      where id = (select id from police.task where ended_at is null order by opened_at desc, id desc limit 1)""";

  @Autowired private ApplicationContext product;
  @Autowired private DemoOutbox outbox;
  @Autowired private MovableClock clock;
  @Autowired private TestDatabaseAutoConfiguration.Name database;

  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = Post.from(outbox);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void safeguardingApprovesWithAPlanAndTheVictimComesIn(String language) {
    var sian = Somebody.withTwoContacts(language);
    sian.isNamedByAnother(Place.OXFORD, product);
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var desk = at("safeguarding", language);
        var victim = Screen.in(language)) {
      desk.open(host(), "/desk/tasks").look("tasks");
      var clicks = fromTheFirstPage(desk).press(task(reference));
      desk.look("task-decide");
      assertThat(desk.page().isChecked("#channel-text")).as("the colliding number").isFalse();
      desk.type("#note", "She rang from work and says the phone is hers alone.");
      clicks.press("#decision").press("form[action$='/decide'] button");
      assertThat(clicks.count()).isLessThanOrEqualTo(MOST_CLICKS);
      desk.look("task-approved").press("button[value='read-out']");
      var code = desk.page().innerText(".handed-code").strip();
      desk.open(host(), "/desk/tasks");
      assertThat(desk.words()).doesNotContain(reference);
      var way = Way.walking(victim, post).opens(Place.OXFORD, sian);
      way.provesBy(code);
      way.agrees().readsHowToLeave().opensTheCase();
      assertThat(victim.words()).contains(reference);
    }
  }

  @Test
  void whoeverDecidesWithoutSayingWhyIsAskedAndLosesNothing() {
    var sian = Somebody.withTwoContacts("en");
    sian.isNamedByAnother(Place.OXFORD, product);
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var desk = at("safeguarding", "en")) {
      openCase(desk, reference).press(".govuk-notification-banner__link").press("#decision");
      desk.press("#discreet");
      desk.page().selectOption("#hours-1", "monday");
      desk.type("#hours-1-from", "09:00").press("#language-cy");
      desk.press("form[action$='/decide'] button").look("task-decide-faults");
      assertThat(desk.words()).contains("Fill in both days and both times");
      assertThat(desk.page().isChecked("#decision")).isTrue();
      assertThat(desk.page().isChecked("#discreet")).isTrue();
      assertThat(desk.page().isChecked("#language-cy")).isTrue();
      assertThat(desk.page().inputValue("#hours-1-from")).isEqualTo("09:00");
      desk.page().selectOption("#hours-1-last", "friday");
      desk.type("#hours-1-until", "15:00");
      desk.type("#note", "Spoke to her.").press("form[action$='/decide'] button");
      assertThat(desk.page().url()).contains("said=approved");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anOfficerHandsOverACodeAndTheVictimUsesIt(String language) {
    var ali = Somebody.withOneContact(language);
    var reference = ali.reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var desk = at("officer", language);
        var victim = Screen.in(language)) {
      var way = Way.walking(victim, post).opens(Place.OXFORD, ali);
      openCase(desk, reference).press("a[href*='/people/']").look("desk-person");
      desk.press("button[value='card']").look("desk-code-card");
      desk.page().goBack();
      desk.press("button[value='read-out']").look("desk-code");
      var code = desk.page().innerText(".handed-code").strip();
      assertThat(desk.page().url()).doesNotContain(code);
      way.provesBy(code).agrees().readsHowToLeave().opensTheCase();
      assertThat(victim.words()).contains(reference);
    }
  }

  @Test
  void aCodeThatIsUsedUpAndALinkThatIsRefusedAreAnsweredInThreeClicks() {
    var ali = Somebody.withOneContact("en");
    var reference = ali.reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var desk = at("officer", "en");
        var victim = Screen.in("en")) {
      var way = Way.walking(victim, post).opens(Place.OXFORD, ali);
      ali.isHandedCode(Place.OXFORD, reference, product);
      for (var wrong = 0; wrong < 5; wrong++) {
        way.provesBy("FHKL MPRW XY23");
      }
      var clicks = fromTheFirstPage(desk).press(task(reference));
      desk.look("task-code");
      clicks.press("button[value='read-out']");
      assertThat(clicks.count()).isLessThanOrEqualTo(MOST_CLICKS);
      victim.open(Place.OXFORD.host(), "/invitation/not-me");
      victim.press("#confirm").press("form[action='/invitation/not-me'] button");
      clicks = fromTheFirstPage(desk).press(task(reference));
      desk.look("task-refused");
      clicks.press("#answer").press("form[action$='/answer'] button");
      assertThat(clicks.count()).isLessThanOrEqualTo(MOST_CLICKS);
      assertThat(desk.page().url()).contains("done=answered");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void reasonsForAClosedCaseAreWrittenInThreeClicks(String language) {
    var sian = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.OXFORD, OFFICER, product);
    sian.hearsOfAnOutcome(reference, OFFICER, product);
    try (var desk = at("officer", language)) {
      var clicks = fromTheFirstPage(desk).press(task(reference));
      desk.look("task-reasons");
      clicks.press("main a.govuk-button");
      desk.keys("Nobody saw who it was and there is no picture.").look("timeline-reasons");
      clicks.press("form[action$='/timeline'] button");
      assertThat(clicks.count()).isLessThanOrEqualTo(MOST_CLICKS);
      desk.open(host(), "/desk/tasks");
      assertThat(desk.words()).doesNotContain(reference);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aTaskIsPassedOnToThoseAloneWhoCanOpenIt(String language) {
    var sian = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.OXFORD, OFFICER, product);
    sian.hearsOfAnOutcome(reference, OFFICER, product);
    try (var desk = at("officer", language)) {
      desk.open(host(), "/desk/tasks").press(task(reference)).press("details summary");
      assertThat(desk.page().locator("#role option").count())
          .as("those alone who can write reasons")
          .isEqualTo(2);
      desk.type("#collar-number", "5099").press("form[action$='/pass-on'] button");
      desk.look("task-pass-on-fault");
      assertThat(desk.page().isVisible("#collar-number-error")).isTrue();
      assertThat(desk.page().inputValue("#collar-number")).isEqualTo("5099");
      desk.page().selectOption("#role", "supervisor");
      desk.press("form[action$='/pass-on'] button");
      assertThat(desk.page().isVisible("#collar-number-error")).isTrue();
      desk.type("#collar-number", "").press("form[action$='/pass-on'] button");
      assertThat(desk.page().url()).contains("done=passed-on");
      assertThat(desk.words()).doesNotContain(reference);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anOfficerTellsAndPutsRight(String language) {
    var sian = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var desk = at("officer", language)) {
      openCase(desk, reference).press("a[href$='/timeline']").look("timeline");
      desk.type(
          "#text", "Notwithstanding considerable investigative endeavours, nothing transpired.");
      desk.press("button[name='check']").look("timeline-checked");
      assertThat(desk.page().isVisible("#reads")).isTrue();
      desk.type("#text", "We asked the neighbours.").press("form[action$='/timeline'] button");
      assertThat(desk.words()).contains("We asked the neighbours.");
      desk.press("a[href*='/timeline/']").look("timeline-correct");
      desk.type("#text", "We asked two neighbours.").press("form[action$='/correct'] button");
      assertThat(desk.words())
          .contains("We asked two neighbours.")
          .doesNotContain("We asked the neighbours.");
    }
  }

  /** Where somebody lands who signs in; what came last is made the most urgent there. */
  private Clicks fromTheFirstPage(Screen desk) {
    TestDatabase.asSuperuser(database.value(), MOST_URGENT);
    return new Clicks(desk.open(host(), "/").look("first-page"));
  }

  private static Screen at(String role, String language) {
    return Screen.in(language).open(host(), "/").press("button[value='" + role + "']");
  }

  private static Screen openCase(Screen desk, String reference) {
    desk.open(host(), "/desk/search").press("#by-reference").type("#text", reference);
    return desk.press("form[action='/desk/search'] button").press(".choices a");
  }

  private static String task(String reference) {
    return ".govuk-task-list__link:has-text('" + reference + "')";
  }

  private static String host() {
    return "desk." + Place.OXFORD.host();
  }

  /** Counts what somebody presses. */
  private static final class Clicks {

    private final Screen screen;
    private int count;

    Clicks(Screen screen) {
      this.screen = screen;
    }

    Clicks press(String selector) {
      screen.press(selector);
      count++;
      return this;
    }

    int count() {
      return count;
    }
  }
}
