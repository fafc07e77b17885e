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

/** What hands do at a desk: two people's, those that hold paper, and those without a mouse. */
@WholeProductTest
class DeskHandsTests {

  private static final String DESK = "desk." + Place.OXFORD.host();
  private static final String OFFICER = "1001";

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
  void whatDangerShutTwoPeopleOpen(String language) {
    var sian = Somebody.withTwoContacts(language);
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var victim = Screen.in(language);
        var one = at("safeguarding", language);
        var two = at("safeguarding-2", language)) {
      Way.walking(victim, post).opens(Place.OXFORD, sian).provesByPhone(sian).agrees();
      Way.walking(victim, post).readsHowToLeave().opensTheCase();
      sian.isNamedByAnother(Place.OXFORD, product);
      victim.open(Place.OXFORD.host(), "/cases");
      assertThat(victim.words()).as("shut at once").doesNotContain(reference);
      openTask(one, reference).look("task-suspended");
      one.press("form[action$='/propose'] button").look("task-suspended-fault");
      one.type("#second-note", "Met her at home. The phone is hers and nobody else's.");
      one.press("form[action$='/propose'] button").look("task-proposed");
      openTask(one, reference).look("task-waits-for-second");
      assertThat(one.page().locator("form[action$='/confirm']").count()).isZero();
      openTask(two, reference).look("task-confirm");
      two.type("#second-note", "I rang her employer, who knows the number.");
      two.press("form[action$='/confirm'] button").look("task-restored");
      assertThat(two.page().url()).contains("done=restored");
    }
    clock.advance(java.time.Duration.ofHours(1));
    try (var victim = Screen.in(language)) {
      Way.walking(victim, post).signsIn(Place.OXFORD, sian).readsHowToLeave().opensTheCase();
      assertThat(victim.words()).contains(reference);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"card", "letter"})
  void paperHoldsWhatTheVictimNeedsAndNothingElse(String as) {
    var ali = Somebody.withOneContact("cy");
    var reference = ali.reportsBurglary(Place.OXFORD, OFFICER, product);
    post.token(ali.email());
    try (var desk = at("officer", "en")) {
      openPerson(desk, reference).press("button[value='" + as + "']").look("desk-code-" + as);
      var code = desk.page().innerText(".handed-code").strip();
      var paper = desk.page().innerText(".paper");
      var printed = desk.printed("desk-code-" + as);
      assertThat(printed.words()).isEqualToNormalizingWhitespace(paper).contains(code);
      assertThat(printed.words()).doesNotContain(reference, "Siân", "Sam Carter", OFFICER);
      assertThat(printed.sheets()).isEqualTo(1);
    }
  }

  @Test
  void anOfficerWithoutAMouseTellsAVictimAndHandsOverACode() {
    var ali = Somebody.withOneContact("en");
    var reference = ali.reportsBurglary(Place.OXFORD, OFFICER, product);
    post.token(ali.email());
    try (var desk = Screen.withoutScripts()) {
      desk.open(DESK, "/").tabTo("button[value='officer']").enter();
      desk.tabTo("a[href='/desk/search']").enter().tabTo("#text").keys(reference).enter();
      var file = tabbed(desk, ".choices a");
      desk.tabTo("a[href='" + file + "/timeline']").enter();
      desk.tabTo("#text").keys("We asked the neighbours.");
      desk.tabTo("form[action$='/timeline'] button:not([name])").enter();
      assertThat(desk.words()).contains("We asked the neighbours.");
      desk.tabTo("a[href='" + file + "']").enter();
      desk.tabTo("a[href*='/people/']").enter();
      desk.tabTo("button[value='read-out']").enter();
      assertThat(desk.page().innerText(".handed-code").strip()).isNotBlank();
    }
  }

  @Test
  void tasksAreAnsweredAndDecidedWithoutAMouse() {
    var ali = Somebody.withOneContact("en");
    var refused = ali.reportsBurglary(Place.OXFORD, OFFICER, product);
    try (var victim = Screen.in("en");
        var desk = Screen.withoutScripts()) {
      Way.walking(victim, post).opens(Place.OXFORD, ali);
      victim.open(Place.OXFORD.host(), "/invitation/not-me").press("#confirm");
      victim.press("form[action='/invitation/not-me'] button");
      desk.open(DESK, "/").tabTo("button[value='officer']").enter();
      desk.tabTo("a[href='/desk/tasks']").enter();
      tabbed(desk, task(refused));
      desk.tabTo("#answer").key("Space").tabTo("#note").keys("Rang her.");
      desk.tabTo("form[action$='/answer'] button").enter();
      assertThat(desk.page().url()).contains("done=answered");
    }
    var sian = Somebody.withTwoContacts("en");
    sian.isNamedByAnother(Place.OXFORD, product);
    var held = sian.reportsBurglary(Place.OXFORD, product);
    try (var desk = Screen.withoutScripts()) {
      desk.open(DESK, "/").tabTo("button[value='safeguarding']").enter();
      desk.tabTo("a[href='/desk/tasks']").enter();
      tabbed(desk, task(held));
      desk.tabTo("#decision").key("Space").tabTo("#note").keys("Spoke to her.");
      desk.tabTo("form[action$='/decide'] button").enter();
      assertThat(desk.page().url()).contains("said=approved");
    }
  }

  /** Goes by the keyboard to a link that its words find, and answers with where it leads. */
  private static String tabbed(Screen desk, String link) {
    var address = desk.page().locator(link).first().getAttribute("href");
    desk.tabTo("main a[href='" + address + "']").enter();
    return address;
  }

  private static Screen at(String role, String language) {
    return Screen.in(language).open(DESK, "/").press("button[value='" + role + "']");
  }

  private static Screen openTask(Screen desk, String reference) {
    return desk.open(DESK, "/desk/tasks").press(task(reference));
  }

  private static Screen openPerson(Screen desk, String reference) {
    desk.open(DESK, "/desk/search").press("#by-reference").type("#text", reference);
    desk.press("form[action='/desk/search'] button").press(".choices a");
    return desk.press("a[href*='/people/']");
  }

  private static String task(String reference) {
    return ".govuk-task-list__link:has-text('" + reference + "')";
  }
}
