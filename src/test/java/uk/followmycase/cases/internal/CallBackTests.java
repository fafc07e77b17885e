package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Callable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** No number is called safe that somebody dangerous may answer. */
@IdentityTest
class CallBackTests {

  @Autowired ApplicationContext product;
  @Autowired Openings openings;
  @Autowired ContactPoints points;
  @Autowired SafeContactPlans plans;
  @Autowired Grants grants;
  @Autowired ForceKeys keys;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember handler;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    handler = station.staff(StaffRole.CONTACT_HANDLER);
  }

  @Test
  void theSuspectsNumberIsNeverSafe() {
    station.bound(
        () -> {
          var told = station.theCase().unit("N").phone("07700 909421");
          var file = told.tell();
          assertThat(only(file).numbers()).containsExactly("421");
          var person = grants.personBySource(told.reference(), "P").orElseThrow();
          grants.open(person, new AccountId(UUID.randomUUID()));
          station.theCase().unit("N").suspect("07700 909421").tell();
          clear(file);
          assertThat(only(file).numbers()).as("cleared by a person, and still his").isEmpty();
        });
  }

  @Test
  void whatWasRefusedOrIsNotToBeUsedIsNotSafe() {
    station.bound(
        () -> {
          var refused = station.theCase().unit("N").phone("07700 909422").tell();
          points.stop(person(refused), Channel.TEXT);
          assertThat(only(refused).numbers()).isEmpty();
          var mailOnly = station.theCase().unit("N").phone("07700 909423").tell();
          say(mailOnly, plan(EnumSet.of(Channel.EMAIL), Set.of(), false, false));
          assertThat(only(mailOnly).numbers()).isEmpty();
        });
  }

  @Test
  void aPauseASharedTelephoneAndTheHoursOfThePlanHold() {
    station.bound(
        () -> {
          var file = station.theCase().unit("N").phone("07700 909424").tell();
          var all = EnumSet.allOf(Channel.class);
          say(file, plan(all, Set.of(), true, false));
          assertThat(only(file).numbers()).as("shared").isEmpty();
          say(file, plan(all, Set.of(), false, true));
          assertThat(only(file).numbers()).as("paused").isEmpty();
          say(file, plan(all, Set.of(hours(true)), false, false));
          assertThat(only(file).numbers()).as("now").containsExactly("424");
          assertThat(only(file).voicemail()).isFalse();
          say(file, plan(all, Set.of(hours(false)), false, false));
          assertThat(only(file).numbers()).as("not now").isEmpty();
        });
  }

  private Callable only(Handle file) {
    return openings.callable(handler, file).orElseThrow().getFirst();
  }

  /** All of this hour's half of the day, or of the other. */
  private SafeTimes hours(boolean now) {
    var london = ZoneId.of("Europe/London");
    var morning = ZonedDateTime.ofInstant(clock.instant(), london).getHour() < 12;
    var noon = LocalTime.NOON;
    var half =
        morning == now
            ? new Window(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.MIN, noon)
            : new Window(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, noon, LocalTime.MIDNIGHT);
    return new SafeTimes(london, List.of(half));
  }

  private static Plan plan(
      Set<Channel> channels, Set<SafeTimes> times, boolean shared, boolean paused) {
    return new Plan(channels, times, false, false, Voicemail.NOT_ASKED, shared, paused, null);
  }

  private void say(Handle file, Plan plan) {
    var id = one("select id from police.case_file where handle = :handle", file);
    var wrapped =
        station.ask(
            () ->
                station
                    .jdbc()
                    .sql("select wrapped from police.case_key where case_id = :case")
                    .param("case", id)
                    .query(byte[].class)
                    .single());
    var key = keys.dataKey(id, wrapped);
    var who = new Recipient(id, person(file));
    station.ask(
        () -> {
          plans.say(new Saying(who, key, Source.OFFICER, plan, null, Actor.system("test")));
          return plan;
        });
  }

  /** As two people leave it who looked at that very clash. */
  private void clear(Handle file) {
    station.ask(
        () ->
            station
                .jdbc()
                .sql(
                    """
                    update police.grant_access set state = 'OPEN', cause = null
                    where person_id = :person and state = 'SUSPENDED'""")
                .param("person", person(file))
                .update());
  }

  private UUID person(Handle file) {
    return one(
        "select p.id from police.case_person p join police.case_file c on c.id = p.case_id where c.handle = :handle",
        file);
  }

  private UUID one(String sql, Handle file) {
    return station.ask(
        () -> station.jdbc().sql(sql).param("handle", file.value()).query(UUID.class).single());
  }
}
