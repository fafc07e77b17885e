package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Representatives.Done;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.tenancy.StaffRole;

/** Representatives are on a case like everybody: to be found, and to be kept from. */
@SpringBootTest
class RepresentedSearchTests extends RepresentedCase {

  @Autowired DeskCases desk;
  @Autowired Conflicts conflicts;

  @Test
  void theirNumberFindsTheCase() {
    inForce(
        () -> {
          tell(1);
          assertThat(desk.search(officer, By.PHONE, mothersPhone).hits()).isEmpty();
          add(mother(Sees.WHOLE));
          assertThat(desk.search(officer, By.PHONE, mothersPhone).hits())
              .singleElement()
              .satisfies(hit -> assertThat(hit.handle()).isEqualTo(file()));
          var file = file();
          representatives.end(officer, seen(), WHY);
          assertThat(desk.search(officer, By.PHONE, mothersPhone).hits()).isEmpty();
        });
  }

  @Test
  void whoMustKeepFromThemMustKeepFromTheCase() {
    inForce(
        () -> {
          tell(1);
          var file = file();
          conflicts.declare(officer, Conflicts.Kind.PHONE, mothersPhone);
          assertThat(desk.look(officer, file)).isPresent();
          var colleague = colleague(StaffRole.SUPERVISOR);
          assertThat(representatives.add(colleague, file, victimHandle(), mother(Sees.WHOLE)))
              .isEqualTo(Done.DONE);
          assertThat(desk.look(officer, file)).isEmpty();
          assertThat(desk.search(officer, By.PHONE, mothersPhone).hits()).isEmpty();
          assertThat(desk.look(colleague, file)).isPresent();
        });
  }

  @Test
  void whoIsAddedTwiceStandsOnce() {
    inForce(
        () -> {
          tell(1);
          var mother = mother(Sees.WHOLE);
          assertThat(List.of(add(mother), add(mother))).containsOnly(Done.DONE);
          assertThat(stand()).isEqualTo(1);
          assertThat(add(mother(Sees.PROGRESS))).isEqualTo(Done.ALREADY);
          assertThat(stand()).isEqualTo(1);
          assertThat(add(another(6))).isEqualTo(Done.DONE);
          assertThat(stand()).isEqualTo(2);
        });
  }

  private long stand() {
    return in(
        () ->
            jdbc.sql(
                    "select count(*) from police.case_person where represents = :person and not gone")
                .param("person", person().value())
                .query(Long.class)
                .single());
  }
}
