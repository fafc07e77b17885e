package uk.followmycase.web.frame.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;

/** What is filled in is what holds, and what makes no sense is said beside its field. */
class PlanFormTests {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Plan PLAN =
      new Plan(
          Set.of(Channel.EMAIL),
          Set.of(
              new SafeTimes(
                  LONDON,
                  List.of(
                      new Window(
                          DayOfWeek.MONDAY,
                          DayOfWeek.FRIDAY,
                          LocalTime.of(9, 15),
                          LocalTime.of(15, 0)),
                      new Window(
                          DayOfWeek.SATURDAY,
                          DayOfWeek.MONDAY,
                          LocalTime.of(20, 0),
                          LocalTime.MIDNIGHT)))),
          true,
          true,
          Voicemail.NEVER,
          true,
          true,
          TODAY.plusMonths(3),
          "cy",
          Set.of());

  @Test
  void whatHeldBeforeComesBackUnchanged() {
    var form = PlanForm.of(PLAN);
    assertThat(form.faults()).isEmpty();
    assertThat(form.plan(LONDON, TODAY)).isEqualTo(PLAN);
    assertThat(form).hasToString("plan form");
  }

  @Test
  void whoIsAbroadIsMeantByTheClockThere() {
    var kolkata = ZoneId.of("Asia/Kolkata");
    var typed = new HashMap<>(PlanForm.of(PLAN).fields());
    var place =
        Clock.all("en").stream().filter(clock -> clock.name().endsWith(": Kolkata")).toList();
    assertThat(place).hasSize(1);
    typed.put("zone", place.getFirst().zone());
    var form = new PlanForm(typed);
    assertThat(form.faults()).isEmpty();
    var plan = form.plan(LONDON, TODAY);
    assertThat(plan.zones())
        .singleElement()
        .satisfies(zone -> assertThat(zone.getRules()).isEqualTo(kolkata.getRules()));
    assertThat(plan.times()).singleElement().matches(it -> plan.zones().contains(it.zone()));
    assertThat(PlanForm.of(plan).plan(LONDON, TODAY)).isEqualTo(plan);
  }

  @Test
  void aPlaceThatIsNoneIsAFault() {
    for (var place : List.of("Middle/Earth", "+05:30", "UTC", "GMT0", "<script>")) {
      var form = new PlanForm(Map.of("channel-text", "yes", "zone", place));
      assertThat(form.faults()).as(place).containsEntry("zone", "plan.fault.zone");
    }
  }

  @Test
  void placesAreNamedInTheLanguageOfThePage() {
    assertThat(Clock.all("en")).extracting(Clock::name).contains("Spain: Madrid", "France: Paris");
    assertThat(Clock.all("cy")).extracting(Clock::name).contains("Sbaen: Madrid", "Ffrainc: Paris");
    assertThat(Clock.all("en")).hasSameSizeAs(Clock.all("cy")).allMatch(it -> !it.name().isBlank());
  }

  @Test
  void whatIsLeftEmptySaysNothing() {
    var plan = new PlanForm(Map.of("channel-text", "yes")).plan(LONDON, TODAY);
    assertThat(plan)
        .isEqualTo(
            new Plan(
                Set.of(Channel.TEXT),
                Set.of(),
                false,
                false,
                Voicemail.NOT_ASKED,
                false,
                false,
                TODAY.plusMonths(3)));
  }

  @Test
  void noWayIsAFaultUnlessNothingIsSentAnyhow() {
    assertThat(new PlanForm(Map.of()).faults()).containsOnlyKeys("channels");
    assertThat(new PlanForm(Map.of("paused", "yes")).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "monday, '', 09:00, 10:00, plan.fault.hours",
    "monday, friday, '', 10:00, plan.fault.hours",
    "monday, friday, 09:00, nine, plan.fault.hours",
    "someday, friday, 09:00, 10:00, plan.fault.hours",
    "monday, friday, 10:00, 09:00, plan.fault.hours.order",
    "monday, friday, 10:00, 10:00, plan.fault.hours.order",
  })
  void hoursThatMakeNoSenseAreFaults(
      String first, String last, String from, String until, String fault) {
    var fields = new HashMap<>(PlanForm.of(PLAN).fields());
    fields.put("hours-2", first);
    fields.put("hours-2-last", last);
    fields.put("hours-2-from", from);
    fields.put("hours-2-until", until);
    assertThat(new PlanForm(fields).faults()).isEqualTo(Map.of("hours-2", fault));
  }

  @Test
  void aLanguageThatIsNoneOfOursIsNone() {
    var plan = new PlanForm(Map.of("language", "de")).plan(LONDON, TODAY);
    assertThat(Objects.isNull(plan.language())).isTrue();
  }
}
