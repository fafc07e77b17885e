package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.cases.desk.Openings.Opened;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/** Who is on the telephone is found out before anything is seen, and the trail says who it was. */
@IdentityTest
class CallerTests {

  @Autowired ApplicationContext product;
  @Autowired Openings openings;

  private Station station;
  private StaffMember handler;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    handler = station.staff(StaffRole.CONTACT_HANDLER);
  }

  @Test
  void onlyTheEndOfASafeNumberAndInitialsAreShownAndThatIsTraced() {
    station.bound(
        () -> {
          var told = station.theCase().unit("N").victim("Zoë  Example-Jones").phone("07700 909789");
          var file = told.tell();
          var one = openings.callable(handler, file).orElseThrow().getFirst();
          assertThat(one.numbers()).containsExactly("789");
          assertThat(one.initials()).isEqualTo("Z. E.");
          assertThat(one.person()).isEqualTo(StationRows.person(station, file));
          assertThat(station.trail(handler)).containsExactly("CALLER_ASKED ");
          assertThat(StationRows.casesIn(station, handler, "CALLER_ASKED")).containsExactly(file);
          var officer = station.staff(StaffRole.OFFICER);
          assertThat(openings.callable(officer, file)).isEmpty();
        });
  }

  @Test
  void theTrailNamesThePerson() {
    station.bound(
        () -> {
          var file = station.theCase().unit("N").tell();
          var other = station.theCase().unit("N").tell();
          var person = StationRows.person(station, file);
          assertThat(
                  openings.caller(
                      handler, file, StationRows.person(station, other), Check.DOCUMENT))
              .as("somebody of another case")
              .isEqualTo(Opened.NOT_THERE);
          assertThat(openings.caller(handler, file, person, Check.DOCUMENT)).isEqualTo(Opened.OPEN);
          assertThat(traced()).isEqualTo(kept()).isNotNull();
        });
  }

  /** The person of the newest trace of a caller. */
  private UUID traced() {
    return station.ask(
        () ->
            station
                .jdbc()
                .sql(
                    """
                    select s.person_id from police.audit_entry e join police.audit_subject s on s.entry_id = e.id
                    where e.actor_id = :who and e.action = 'CALLER_RECORDED'""")
                .param("who", handler.getName())
                .query(UUID.class)
                .single());
  }

  private UUID kept() {
    return station.ask(
        () ->
            station
                .jdbc()
                .sql("select person_id from police.caller where staff = :who")
                .param("who", handler.id().value())
                .query(UUID.class)
                .single());
  }
}
