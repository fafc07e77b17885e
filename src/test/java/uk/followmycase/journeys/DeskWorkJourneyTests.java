package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;

/** A day at the desk: work, a case, a search, a broken glass and who reads of it. */
@WholeProductTest
class DeskWorkJourneyTests {

  private static final String DESK = "desk." + Place.OXFORD.host();
  private static final String SAM = "1001";
  private static final String REASON =
      "Her sister rang: he is at the door. Nobody else of the team is on duty.";

  @Autowired ApplicationContext product;

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anOfficerWorksOnTheirOwn(String language) {
    var own = told(SAM, "Volume Crime Team", "Gwen Parry");
    try (var screen = Screen.in(language)) {
      signIn(screen, "officer").look("desk-work");
      assertThat(screen.words()).contains("43 26");
      search(screen, "reference", own).look("desk-search-found");
      screen.press(".choices a").look("desk-case");
      screen.press("summary").look("desk-case-details");
      assertThat(screen.words()).contains(own, "Gwen Parry", "07700 900555");
      search(screen, "name", "nobody of that name").look("desk-search-none");
      search(screen, "reference", "rubbish").look("desk-search-fault");
      screen.open(DESK, "/desk/conflicts").look("desk-conflicts");
      screen.press("main form button").look("desk-conflicts-fault");
      screen.type("#text", "Olwen Nobody").press("main form button").look("desk-conflicts-named");
      assertThat(screen.words()).contains("Olwen Nobody");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anOfficerBreaksAGlassAndASupervisorReadsWhy(String language) {
    var others = told("5098", "Volume Crime Team", "Ann Other");
    try (var screen = Screen.in(language)) {
      signIn(screen, "officer");
      search(screen, "reference", others).look("desk-search-closed");
      assertThat(screen.words()).doesNotContain("Ann Other");
      screen.press(".choices a").look("desk-glass");
      screen.type("#reason", "why not").press("main form button").look("desk-glass-fault");
      screen.type("#reason", REASON).press("main form button").look("desk-case-glass");
      assertThat(screen.words()).contains(others, "Ann Other");
    }
    try (var screen = Screen.in(language)) {
      signIn(screen, "supervisor").look("desk-units");
      screen.open(DESK, "/desk/notices").look("desk-notices");
      assertThat(screen.words()).contains(others, REASON, "Sam Carter 1001");
      search(screen, "reference", others);
      screen.press(".choices a").look("desk-case-supervisor");
      assertThat(screen.words()).contains("Sam Carter 1001");
      screen.open(DESK, "/desk/notices").press("main li:has-text('" + others + "') button");
      assertThat(screen.words()).doesNotContain(others);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aContactHandlerSeesWhatACheckedCallerSees(String language) {
    var reference = told("5098", "Far team", "Cal Ler");
    try (var screen = Screen.in(language)) {
      signIn(screen, "contact-handler").look("desk-you");
      search(screen, "reference", reference).press(".choices a").look("desk-caller");
      screen.press("main form button").look("desk-caller-fault");
      screen.press("#check-document").press("main form button").look("desk-case-caller");
      assertThat(screen.words()).contains(reference, "Cal Ler").doesNotContain("07700 900555");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void aSupervisorSetsACover(String language) {
    told("5097", "Volume Crime Team", "Ann Other");
    try (var screen = Screen.in(language)) {
      signIn(screen, "supervisor").open(DESK, "/desk/cover").look("desk-cover");
      screen.press("form[action='/desk/cover'] button").look("desk-cover-fault");
      screen.type("#officer", "5097").type("#by", SAM);
      var day =
          product.getBean(java.time.Clock.class).instant().toString().substring(0, 10).split("-");
      screen.type("#day", day[2]).type("#month", day[1]).type("#year", day[0]);
      screen.press("form[action='/desk/cover'] button").look("desk-cover-names");
      screen.press(".govuk-notification-banner form button").look("desk-cover-set");
      assertThat(screen.words()).contains("5097", SAM);
      screen.press("form[action='/desk/cover/end'] button");
      screen.open(DESK, "/desk/conflicts/others").look("desk-conflicts-others");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whatIsNotTheirsIsRefusedInWords(String language) {
    try (var screen = Screen.in(language)) {
      signIn(screen, "force-administrator").look("desk-administrator");
      screen.refusedAt(DESK, "/desk/search").look("desk-no-role");
      screen.open(DESK, "/desk/cases/nothing-of-that-kind");
    }
    try (var screen = Screen.in(language)) {
      signIn(screen, "officer").open(DESK, "/desk/cases/nothing-of-that-kind").look("desk-404");
      screen.open(DESK, "/?page=400").look("desk-work-empty");
    }
  }

  @Test
  void theKeyboardIsEnoughAndNoScriptIsNeeded() {
    var own = told(SAM, "Volume Crime Team", "Gwen Parry");
    try (var screen = Screen.withoutScripts()) {
      screen.open(DESK, "/").tabTo("button[value='officer']").enter();
      screen.tabTo("a[href='/desk/search']").enter();
      screen.tabTo("#text").keys(own).enter();
      screen.tabTo(".choices a").enter();
      assertThat(screen.words()).contains(own, "Gwen Parry");
      screen.tabTo("summary");
    }
  }

  private static Screen signIn(Screen screen, String key) {
    return screen.open(DESK, "/").press("button[value='" + key + "']");
  }

  private static Screen search(Screen screen, String by, String text) {
    screen.open(DESK, "/desk/search").press("#by-" + by).type("#text", text);
    return screen.press("form[action='/desk/search'] button");
  }

  private String told(String collar, String unit, String victim) {
    var reference = Place.OXFORD.freshReference();
    var answer =
        Place.OXFORD
            .records(product)
            .put(
                """
                {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
                 "occurred": {"from": "2026-03-01"}, "reported": "2026-03-04", "status": "%s",
                 "told": {"report": "The back door was open when I came home."},
                 "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "%s"},
                 "people": [{"id": "P", "role": "victim", "name": "%s", "bornOn": "1990-02-01",
                   "contacts": [{"kind": "phone", "value": "07700 900555", "safe": true},
                     {"kind": "address", "value": "1 Mill Street, Oxford", "safe": false}]}],
                 "updates": [{"id": "U", "at": "2026-03-05T10:00:00Z", "kind": "enquiry",
                   "text": "We have asked for the camera pictures."}]}
                """
                    .formatted(reference, Place.OXFORD.status(), collar, unit, victim));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return reference;
  }
}
