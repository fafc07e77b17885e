package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.cases.desk.Covers.Outcome;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.StaffRole;

/** Who covers for whom is named at once, however many covers stand. */
@SpringBootTest
@Import(StatementCount.OfOneThread.class)
class CoverNamesTests {

  @Autowired ApplicationContext product;
  @Autowired Covers covers;
  @Autowired StatementCount statements;
  @Autowired Clock clock;

  @Test
  void manyCoversAreNamedByAsManyStatementsAsOne() {
    var station = Station.of(product, "thames-valley");
    station.bound(
        () -> {
          var one = station.staff(StaffRole.SUPERVISOR, "Unit of one cover");
          var many = station.staff(StaffRole.SUPERVISOR, "Unit of many covers");
          cover(station, one, "Unit of one cover");
          for (var n = 0; n < 8; n++) {
            cover(station, many, "Unit of many covers");
          }
          assertThat(covers.standing(many)).hasSize(8).allMatch(cover -> cover.named() != null);
          assertThat(covers.standing(many))
              .extracting(cover -> cover.named().officer())
              .as("as the records system names them")
              .doesNotContainNull()
              .doesNotHaveDuplicates();
          var few = statements.of(() -> covers.standing(one));
          assertThat(statements.of(() -> covers.standing(many))).isEqualTo(few).isPositive();
        });
  }

  private void cover(Station station, StaffMember supervisor, String unit) {
    var officer = station.staff(StaffRole.OFFICER);
    var colleague = station.staff(StaffRole.OFFICER);
    for (var inCharge : List.of(officer, colleague)) {
      station.theCase().of(inCharge, unit).tell();
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    assertThat(
            covers.set(
                supervisor, "" + officer.collarNumber(), "" + colleague.collarNumber(), today))
        .isEqualTo(Outcome.SET);
  }
}
