package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** An officer says how somebody may be reached, outside of any decision. */
@WholeProductTest
class SafeContactPagesTests {

  private static final String NOTE = "She told me at the station";

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;
  @Autowired Tasks tasks;
  @Autowired ContactPoints contacts;
  @Autowired TransactionTemplate transactions;

  private Crew crew;
  private Crew.Hand officer;
  private String path;

  @BeforeEach
  void aCaseOfTheirOwn() {
    clock.advanceToNoon();
    tellOfACase();
  }

  private void tellOfACase() {
    crew = new Crew(product, Place.OXFORD);
    officer = crew.of(StaffRole.OFFICER);
    var collar = String.valueOf(officer.who().collarNumber());
    Somebody.withTwoContacts("en").reportsBurglary(Place.OXFORD, collar, product);
    var file =
        new Handle(
            Crew.query(
                product,
                crew.force(),
                "select handle from police.case_file order by id desc limit 1"));
    path =
        "/desk/cases/"
            + file
            + "/people/"
            + MatrixCases.personOn(product, file.toString())
            + "/plan";
  }

  @Test
  void whatAnOfficerSaysHoldsAtOnceAndIsKept() {
    assertThat(page().body()).contains("nothing yet", "Text message, E-mail").doesNotContain(NOTE);
    assertThat(say("channel-email", "discreet").status()).isEqualTo(303);
    var body = page().body();
    assertThat(body).contains(NOTE, "Discreet:", "Everything that was said");
    assertThat(body.substring(body.indexOf("What counts now"), body.indexOf("On its way")))
        .contains("E-mail")
        .doesNotContain("Text");
    officer.browser().cookies(officer.desk()).put("__Host-language", "cy");
    assertThat(page().body()).contains("Cynllun cyswllt diogel", NOTE);
  }

  @Test
  void whatIsHeldBackIsShownAndUntilWhen() {
    clock.advance(Duration.ofHours(11));
    tellOfACase();
    var body = page().body();
    assertThat(body.substring(body.indexOf("On its way"), body.indexOf("Who says what")))
        .contains("Invitations, E-mails, since")
        .containsPattern("quiet hours, until \\d+ \\w+ \\d{4}, 8am");
    clock.advanceToNoon();
    crew = new Crew(product, Place.OXFORD);
    officer = crew.of(StaffRole.OFFICER);
    await().until(() -> page().body().contains("Nothing waits."));
  }

  /** Two officers write at once: the second reads the first before their own word counts. */
  @Test
  void whoWasOvertakenReadsItAndKeepsWhatTheyTyped() {
    var stale = page();
    say("channel-email");
    var again = send(stale, "my own words", "channel-text");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("while you were writing", NOTE, "my own words");
    assertThat(send(again, "my own words", "channel-text").status()).isEqualTo(303);
    assertThat(page().body()).contains("my own words");
  }

  /** Whoever says how somebody is reached has asked them. */
  @Test
  void whatIsSaidEndsTheTaskOfAskingAgain() {
    var person =
        Crew.query(
            product, crew.force(), "select id from police.case_person order by id desc limit 1");
    var file =
        Crew.find(
                product,
                crew.force(),
                "select case_id from police.case_person where id = ?",
                person)
            .orElseThrow();
    ForceBinding.run(
        crew.force().id(),
        () ->
            transactions.executeWithoutResult(
                status -> tasks.open(Need.of(TaskKind.PLAN_REVIEW, file, person, null))));
    assertThat(review(person)).isPresent();
    assertThat(send(page(), "").status()).isEqualTo(400);
    assertThat(review(person)).isPresent();
    say("channel-email");
    assertThat(review(person)).isEmpty();
  }

  /** Whoever pressed "spam" on their own mail could never sign in again. */
  @Test
  void whoSpokeToThePersonHasAContactThatWasGivenUpUsedAgain() {
    assertThat(page().body()).doesNotContain("take-up");
    var person =
        Crew.query(
            product, crew.force(), "select id from police.case_person order by id desc limit 1");
    ForceBinding.run(crew.force().id(), () -> contacts.stop(person, Channel.EMAIL));
    assertThat(page().body()).contains("take-up", "A contact was given up");
    say("channel-email", "channel-text");
    assertThat(given(person)).containsExactly(Channel.EMAIL);
    assertThat(say("channel-email", "channel-text", "take-up").status()).isEqualTo(303);
    assertThat(given(person)).isEmpty();
    assertThat(page().body()).doesNotContain("take-up");
  }

  private Set<Channel> given(UUID person) {
    return ForceBinding.call(crew.force().id(), () -> contacts.givenUp(person));
  }

  private Optional<UUID> review(UUID person) {
    return Crew.find(
        product,
        crew.force(),
        "select id from police.task where kind = 'PLAN_REVIEW' and state in ('OPEN', 'TAKEN') and person_id = ?",
        person);
  }

  @Test
  void withoutANoteOrAnyWayNothingIsSaid() {
    var again = send(page(), "");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("Choose at least one way", "how you know");
    assertThat(page().body()).contains("nothing yet");
  }

  @Test
  void whoWorksOnAnotherCaseFindsNothing() {
    var other = crew.of(StaffRole.SAFEGUARDING);
    assertThat(other.browser().get(other.desk(), path).status()).isEqualTo(404);
    var administrator = crew.of(StaffRole.FORCE_ADMINISTRATOR);
    assertThat(administrator.browser().get(administrator.desk(), path).status()).isEqualTo(403);
  }

  private Page page() {
    var page = officer.browser().get(officer.desk(), path);
    assertThat(page.status()).isEqualTo(200);
    return page;
  }

  private Page say(String... boxes) {
    return send(page(), NOTE, boxes);
  }

  private Page send(Page from, String note, String... boxes) {
    Map<String, String> fields = new HashMap<>(Form.on(from, path).hidden());
    fields.put("note", note);
    List.of(boxes).forEach(box -> fields.put(box, "yes"));
    return officer.browser().post(officer.desk(), path, fields);
  }
}
