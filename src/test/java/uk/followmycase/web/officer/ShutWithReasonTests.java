package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Who shuts access says why; who opens it has read that, and opens nothing else. */
@WholeProductTest
class ShutWithReasonTests {

  private static final String WHY = "He has <her> phone.";
  private static final String SHOWN = "He has &lt;her&gt; phone.";

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private Crew crew;
  private Crew.Hand officer;
  private Crew.Hand supervisor;
  private String person;

  @BeforeEach
  void somebodyIsIn() {
    clock.advanceToNoon();
    crew = new Crew(product, Place.OXFORD);
    officer = crew.of(StaffRole.OFFICER);
    supervisor = crew.of(StaffRole.SUPERVISOR);
    var reference = Place.OXFORD.freshReference();
    var told =
        """
        {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
         "reported": "2026-03-04", "status": "%s",
         "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "%s"},
         "people": [{"id": "P", "role": "victim", "name": "Ann Other", "bornOn": "1990-02-01",
           "contacts": [{"kind": "phone", "value": "07700 909691", "safe": true}]}]}
        """
            .formatted(
                reference,
                Place.OXFORD.status(),
                officer.who().collarNumber(),
                supervisor.who().units().iterator().next());
    var answer = Place.OXFORD.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    crew.letIn(reference);
    person =
        "/desk/cases/"
            + new Handle(newest("select handle from police.case_file order by id desc limit 1"))
            + "/people/"
            + new Handle(newest("select handle from police.case_person order by id desc limit 1"));
  }

  @Test
  void shuttingAndEndingWantAReason() {
    for (var act : new String[] {"suspend", "withdraw"}) {
      var silent = form(act).send(supervisor.browser(), act + "-why", "  ");
      assertThat(silent.body()).contains("Say why, in your own words", "#" + act + "-why");
      var tooLong = "w".repeat(1_001);
      assertThat(form(act).send(supervisor.browser(), act + "-why", tooLong).body())
          .contains("1,000 letters at most", tooLong);
    }
    assertThat(page(supervisor).body()).contains("/suspend\"").doesNotContain("/restore\"");
  }

  @Test
  void whyItIsShutIsReadBesideWhatOpensIt() {
    said(form("suspend").send(supervisor.browser(), "suspend-why", WHY), "suspended");
    assertThat(page(officer).body()).contains(SHOWN, supervisor.who().displayName());
    assertThat(page(supervisor).body()).contains(SHOWN, "/restore\"");
    said(form("restore").send(supervisor.browser()), "restored");
    assertThat(page(supervisor).body()).doesNotContain(SHOWN);
    said(form("withdraw").send(supervisor.browser(), "withdraw-why", WHY), "withdrawn");
    assertThat(page(officer).body()).contains(SHOWN).doesNotContain("/restore\"");
  }

  @Test
  void aFormOpensOnlyWhatItShowed() {
    said(form("suspend").send(supervisor.browser(), "suspend-why", "By mistake."), "suspended");
    var old = form("restore");
    clock.advance(Duration.ofMinutes(1));
    said(form("restore").send(supervisor.browser()), "restored");
    clock.advance(Duration.ofMinutes(1));
    said(form("suspend").send(supervisor.browser(), "suspend-why", WHY), "suspended");
    said(old.send(supervisor.browser()), "not-now");
    assertThat(page(supervisor).body()).contains(SHOWN, "/restore\"");
  }

  @Test
  void whatWasWrittenForWhatStandsNoMoreIsShownAgain() {
    var old = form("suspend");
    clock.advance(Duration.ofMinutes(1));
    said(form("suspend").send(supervisor.browser(), "suspend-why", "By mistake."), "suspended");
    var answer = old.send(supervisor.browser(), "suspend-why", WHY);
    assertThat(answer.body()).contains("Somebody changed this access", SHOWN, "/restore\"");
    assertThat(page(supervisor).body()).contains("By mistake.").doesNotContain(SHOWN);
  }

  @Test
  void endingARepresentativeWantsAReasonThatIsReadWithThePerson() {
    var mother = represented();
    var form = Form.on(supervisor.browser().get(supervisor.desk(), mother), mother + "/end");
    assertThat(form.send(supervisor.browser(), "end-why", "  ").body())
        .contains("Say why, in your own words", "#end-why");
    var done = form.send(supervisor.browser(), "end-why", WHY);
    said(done, "ended");
    assertThat(done.header("Location")).contains(person + "?");
    assertThat(page(officer).body()).contains(SHOWN, supervisor.who().displayName());
    var late = form.send(supervisor.browser(), "end-why", "She <also> moved.");
    assertThat(late.body())
        .contains("Somebody changed this access", "She &lt;also&gt; moved.", SHOWN);
    assertThat(page(officer).body()).contains(SHOWN).doesNotContain("moved");
  }

  /** The page of somebody who stands for the person. */
  private String represented() {
    var address = person + "/representatives";
    var added =
        Form.on(supervisor.browser().get(supervisor.desk(), address), address)
            .send(
                supervisor.browser(),
                "name",
                "Mair Rhys",
                "kind",
                Kind.NEXT_OF_KIN.key(),
                "phone",
                "07701 909691",
                "language",
                "cy",
                "sees",
                Sees.WHOLE.key(),
                "months",
                "3",
                "agreed",
                "yes");
    said(added, "added");
    var newest =
        newest(
            "select handle from police.case_person where represents is not null order by id desc limit 1");
    return person.replaceFirst("[^/]+$", "") + new Handle(newest);
  }

  @Test
  void nobodyElseReadsWhy() {
    said(form("suspend").send(supervisor.browser(), "suspend-why", WHY), "suspended");
    var far = new Crew(product, Place.BANGOR).of(StaffRole.SUPERVISOR);
    var answer = page(far);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain(SHOWN);
    var handler = page(crew.of(StaffRole.CONTACT_HANDLER));
    assertThat(handler.status()).isEqualTo(403);
    assertThat(handler.body()).doesNotContain(SHOWN);
  }

  private Form form(String act) {
    return Form.on(page(supervisor), person + "/" + act);
  }

  private Browser.Page page(Crew.Hand hand) {
    return hand.browser().get(hand.desk(), person);
  }

  private static void said(Browser.Page answer, String what) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("?said=" + what);
  }

  private UUID newest(String sql) {
    return Crew.query(product, crew.force(), sql);
  }
}
