package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Whoever approves a person is led to that person, and told what came of it. */
@WholeProductTest
class ApprovedTests {

  private static final String SAFE = "\"safe\": true}]";
  private static final String PAUSED = SAFE + ", \"contactPlan\": {\"paused\": true}";
  private static final String HELD = "\"stalking\"";

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private Crew crew;
  private Crew.Hand safeguarding;
  private String reference;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    crew = new Crew(product, Place.OXFORD);
    safeguarding = crew.of(StaffRole.SAFEGUARDING);
    reference = Place.OXFORD.freshReference();
  }

  @Test
  void theInvitationLeavesAndItsCodeCanBeMadeThere() {
    tell(1, SAFE, HELD);
    assertThat(approve("channel-text", "yes"))
        .contains("Approved. The invitation leaves at the next safe hour.")
        .containsPattern("action=\"/desk/cases/[^\"]+/code\"");
  }

  @Test
  void nothingLeavesWhileThePlanSaysSo() {
    tell(1, SAFE, HELD);
    assertThat(approve("channel-text", "yes", "paused", "yes"))
        .contains("Approved. Nothing is sent while the plan says to send nothing.");
  }

  /** Records pause; the officer need not. */
  @Test
  void nothingLeavesWhileAnybodySaysSo() {
    tell(1, PAUSED, HELD);
    assertThat(approve("channel-text", "yes"))
        .contains("Approved. Nothing is sent while the plan says to send nothing.");
  }

  @Test
  void whoHasNoContactOfTheChosenKindGetsNone() {
    tell(1, SAFE, HELD);
    assertThat(approve("channel-email", "yes"))
        .contains("Approved. There is no safe telephone number or e-mail address");
  }

  @Test
  void whoCameInBeforeIsNotInvited() {
    tell(1, SAFE, "");
    crew.letIn(reference);
    tell(2, SAFE, HELD);
    assertThat(approve("channel-text", "yes"))
        .contains("Approved. This person has come in before, so no invitation is sent.");
  }

  /** The page that the visitor is led to. */
  private String approve(String... plan) {
    var desk = safeguarding.desk();
    var person = newest("select id from police.case_person order by id desc limit 1");
    var task = of("select handle from police.task where person_id = ?", person);
    var onCase = new Handle(of("select handle from police.case_person where id = ?", person));
    var address = "/desk/tasks/" + new Handle(task);
    var fields =
        Stream.concat(
                Stream.of(plan),
                Stream.of("decision", "approve", "note", "Met her.", "review", "3"))
            .toArray(String[]::new);
    var done =
        Form.on(safeguarding.browser().get(desk, address), address + "/decide")
            .send(safeguarding.browser(), fields);
    assertThat(done.status()).as(done.body()).isEqualTo(303);
    assertThat(done.header("Location")).contains("/people/" + onCase + "?said=");
    var led = done.header("Location");
    var page = safeguarding.browser().get(desk, led.substring(led.indexOf("/desk/")));
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  private void tell(int version, String contact, String flags) {
    var told =
        """
        {"reference": "%s", "version": %d, "kind": "crime", "classification": "028/01",
         "reported": "2026-03-04", "status": "%s", "flags": [%s],
         "people": [{"id": "P", "role": "victim", "name": "Ann Other", "bornOn": "1990-02-01",
           "contacts": [{"kind": "phone", "value": "07700 909192", %s}]}
        """
            .formatted(reference, version, Place.OXFORD.status(), flags, contact);
    var answer = Place.OXFORD.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  private UUID of(String sql, UUID person) {
    return Crew.find(product, crew.force(), sql, person).orElseThrow();
  }

  private UUID newest(String sql) {
    return Crew.query(product, crew.force(), sql);
  }
}
