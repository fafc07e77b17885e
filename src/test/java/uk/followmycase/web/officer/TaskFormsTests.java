package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.CONTACT_WRONG;
import static uk.followmycase.cases.desk.TaskKind.LINK_REFUSED;
import static uk.followmycase.cases.desk.TaskKind.VICTIM_NOT_TOLD;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** What an officer finds at the pages of tasks: the way on, and what they had typed. */
@WholeProductTest
class TaskFormsTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private Crew crew;
  private Crew.Hand officer;
  private UUID person;
  private String onCase;

  @BeforeEach
  void aCaseOfTheOfficers() {
    clock.advanceToNoon();
    crew = new Crew(product, Place.OXFORD);
    officer = crew.of(StaffRole.OFFICER);
    var reference = Place.OXFORD.freshReference();
    var told =
        """
        {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
         "reported": "2026-03-04", "status": "%s",
         "officer": {"collarNumber": "%s", "name": "Some Officer", "unit": "Forms"},
         "people": [{"id": "P", "role": "victim", "name": "Ann Other", "bornOn": "1990-02-01",
           "contacts": [{"kind": "phone", "value": "07700 909690", "safe": false}]}]}
        """
            .formatted(reference, Place.OXFORD.status(), officer.who().collarNumber());
    var answer = Place.OXFORD.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    person =
        Crew.query(
            product, crew.force(), "select id from police.case_person order by id desc limit 1");
    onCase = "/people/" + new Handle(of("select handle from police.case_person where id = ?"));
  }

  @Test
  void theRightPersonIsInvitedAgainWhereThatCanBeDone() {
    var task = opened(LINK_REFUSED);
    var answered = send(task, "/answer", Map.of("version", "1", "answer", "right-person"));
    assertThat(answered.status()).as(answered.body()).isEqualTo(303);
    assertThat(answered.header("Location")).contains(onCase).endsWith("?said=right-person");
    var page = officer.browser().get(officer.desk(), path(answered.header("Location")));
    assertThat(page.body())
        .contains("then invite them again here", "Tasks and decisions", "it was the right person");
  }

  @Test
  void whatWasTypedIsGivenBackWhenItsFormIsGone() {
    var task = opened(VICTIM_NOT_TOLD);
    send(task, "/answer", Map.of("version", "1", "answer", "told-in-person"));
    var late =
        send(
            task,
            "/pass-on",
            Map.of("version", "1", "role", "supervisor", "pass-on-note", "She asked for <you>."));
    assertThat(late.body()).contains("What you wrote:", "She asked for &lt;you&gt;.");
  }

  @Test
  void theCaseAndThePersonLeadToWhatWaits() {
    var link = "href=\"/desk/tasks/" + opened(CONTACT_WRONG) + "\"";
    var file =
        "/desk/cases/"
            + new Handle(
                of(
                    "select c.handle from police.case_file c join police.case_person p on p.case_id = c.id where p.id = ?"));
    assertThat(officer.browser().get(officer.desk(), file).body()).contains(link);
    assertThat(officer.browser().get(officer.desk(), file + onCase).body()).contains(link);
  }

  @Test
  void howMuchWaitsStandsInTheNavigation() {
    opened(CONTACT_WRONG);
    assertThat(officer.browser().get(officer.desk(), "/desk/you").body())
        .containsPattern("desk-count\">[0-9]+\\+?<span class=\"govuk-visually-hidden\"> waiting");
  }

  @Test
  void anOfficerIsNotAskedWhatOnlyTwoOthersMaySay() {
    var task = opened(ACCESS_SUSPENDED);
    var page = officer.browser().get(officer.desk(), "/desk/tasks/" + task).body();
    assertThat(page).contains("Access suspended for danger").doesNotContain("stays-suspended");
    assertThat(page).doesNotContain("/propose");
    assertThat(page)
        .as("an officer could not answer it")
        .doesNotContain("<option value=\"officer\"")
        .contains("<option value=\"supervisor\"");
  }

  @Test
  void everyKindHasWordsInBothLanguages() {
    for (var kind : TaskKind.values()) {
      var task = opened(kind);
      for (var language : new String[] {"en", "cy"}) {
        officer.browser().cookies(officer.desk()).put("__Host-language", language);
        assertThat(officer.browser().get(officer.desk(), "/desk/tasks/" + task).status())
            .as(kind + " " + language)
            .isEqualTo(200);
      }
    }
  }

  private Browser.Page send(String task, String form, Map<String, String> typed) {
    var token = Form.on(officer.browser().get(officer.desk(), "/desk/you"), "/sign-out").hidden();
    var fields = new HashMap<>(token);
    fields.putAll(typed);
    return officer.browser().post(officer.desk(), "/desk/tasks/" + task + form, fields);
  }

  private static String path(String location) {
    return location.substring(location.indexOf("/desk/"));
  }

  private String opened(TaskKind kind) {
    var caseId = of("select case_id from police.case_person where id = ?");
    ForceBinding.run(
        crew.force().id(),
        () ->
            product
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                    status ->
                        product.getBean(Tasks.class).open(Need.of(kind, caseId, person, null))));
    return new Handle(handle(kind)).toString();
  }

  private UUID handle(TaskKind kind) {
    return ForceBinding.call(
        crew.force().id(),
        () ->
            Objects.requireNonNull(
                product
                    .getBean(TransactionTemplate.class)
                    .execute(
                        status ->
                            product
                                .getBean(JdbcClient.class)
                                .sql(
                                    "select handle from police.task where person_id = ? and kind = ?")
                                .params(person, kind.name())
                                .query(UUID.class)
                                .single())));
  }

  private UUID of(String sql) {
    return Crew.find(product, crew.force(), sql, person).orElseThrow();
  }
}
