package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.cases.Grants;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.support.RecordsSystem.Answer;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** What a records system says of how somebody may safely be reached. */
@IdentityTest
class ContactPlanTests {

  private static final String EVERYTHING =
      """
      {"discreet": true, "noLink": true, "shared": true, "paused": true, "voicemail": "never",
       "hours": [{"days": ["monday", "friday"], "start": "09:00", "end": "24:00"}],
       "reviewOn": "2026-09-01"}""";

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired Grants grants;
  @Autowired SafeContactPlans plans;

  private Force force;
  private RecordsSystem records;
  private String reference;

  @BeforeEach
  void aRecordsSystem() {
    force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(port, clients, force.id(), "contact-plan-records");
    reference = Told.reference();
  }

  @Test
  void everythingIsKeptAsItsWordUntilItSaysOtherwise() {
    tell(1, EVERYTHING);
    var nine = LocalTime.of(9, 0);
    var hours =
        new SafeTimes(
            force.settings().zone(),
            List.of(
                new Window(DayOfWeek.MONDAY, DayOfWeek.MONDAY, nine, LocalTime.MIDNIGHT),
                new Window(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, nine, LocalTime.MIDNIGHT)));
    assertThat(said())
        .isEqualTo(
            new Plan(
                EnumSet.allOf(Channel.class),
                Set.of(hours),
                true,
                true,
                Voicemail.NEVER,
                true,
                true,
                LocalDate.of(2026, 9, 1)));
    tell(2, "{\"discreet\": true}");
    assertThat(said()).matches(Plan::discreet).matches(plan -> plan.times().isEmpty());
    tell(3, "{}");
    assertThat(said()).isEqualTo(Plan.NONE);
  }

  @Test
  void whoIsAbroadIsMeantByTheClockThere() {
    tell(
        1,
        "{\"timeZone\": \"Asia/Kolkata\","
            + " \"hours\": [{\"days\": [\"monday\"], \"start\": \"09:00\", \"end\": \"17:00\"}]}");
    var kolkata = ZoneId.of("Asia/Kolkata");
    assertThat(said().zones()).containsExactly(kolkata);
    assertThat(said().times()).extracting(SafeTimes::zone).containsExactly(kolkata);
    tell(2, "{}");
    assertThat(said()).isEqualTo(Plan.NONE);
  }

  /** The marks beside contacts, and what else is said, are one word: the safer of both. */
  @Test
  void aMarkBesideAContactHoldsToo() {
    var body =
        told(1, "{\"noLink\": true}").replace("123\", \"safe\": true", "123\", \"safe\": false");
    assertThat(records.put(body).status()).isEqualTo(200);
    assertThat(said())
        .matches(Plan::noLink)
        .extracting(Plan::channels)
        .isEqualTo(Set.of(Channel.EMAIL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"voicemail": "maybe"}                                                  | /voicemail
          {"reviewOn": "soon"}                                                    | /reviewOn
          {"hours": [{"days": ["someday"], "start": "09:00", "end": "17:00"}]}    | /hours/0/days/0
          {"hours": [{"days": [], "start": "09:00", "end": "17:00"}]}             | /hours/0/days
          {"hours": [{"days": ["monday"], "start": "9", "end": "17:00"}]}         | /hours/0/start
          {"hours": [{"days": ["monday"], "start": "24:00", "end": "17:00"}]}     | /hours/0/start
          {"hours": [{"days": ["monday"], "start": "17:00", "end": "09:00"}]}     | /hours/0/end
          {"hours": [{"days": ["monday"], "start": "17:00", "end": "25:00"}]}     | /hours/0/end
          {"timeZone": "Europe/Atlantis"}                                         | /timeZone
          {"timeZone": "+01:00"}                                                  | /timeZone
          {"timeZone": "Etc/GMT-1"}                                               | /timeZone
          """)
  void whatCannotBeReadRefusesTheCaseAndSaysWhere(String plan, String where) {
    var answer = records.put(told(1, plan));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("pointer").asString())
        .isEqualTo("/people/0/contactPlan" + where);
  }

  private void tell(int version, String plan) {
    Answer answer = records.put(told(version, plan));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private String told(int version, String plan) {
    return Told.whole(reference, version)
        .replaceFirst(
            "\"contactPlan\": \\{.*?\"2026-09-01\"\\}",
            "\"contactPlan\": " + plan.replace("\n", " "));
  }

  private Plan said() {
    return ForceBinding.call(
        force.id(),
        () -> {
          var person = grants.personBySource(reference, "N-1").orElseThrow();
          return Objects.requireNonNull(plans.said(person.value()).get(Source.RECORDS));
        });
  }
}
