package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;

/** However many notices wait, all of them can be read, and what is newest stands first. */
@IdentityTest
class WaitingNoticesTests {

  private static final String REASON = "She is at the counter and nobody else is here.";
  private static final int MANY = Notices.PAGE + 5;

  @Autowired ApplicationContext product;
  @Autowired Openings openings;
  @Autowired Notices notices;
  @Autowired DeskCounts counts;
  @Autowired MovableClock clock;

  @Test
  void everyOneIsOnAPageTheNewestOnTheFirst() {
    var station = Station.of(product, "thames-valley");
    var unit = "Unit of " + java.util.UUID.randomUUID();
    var supervisor = station.staff(StaffRole.SUPERVISOR, unit);
    station.bound(
        () -> {
          var file = station.theCase().unit(unit).tell();
          for (var n = 0; n < MANY; n++) {
            openings.breakGlass(station.staff(StaffRole.OFFICER), file, REASON + n);
            clock.advance(Duration.ofSeconds(1));
          }
          var first = notices.waiting(supervisor, 1);
          assertThat(first.total()).isEqualTo(MANY);
          assertThat(first.pages()).isEqualTo(2);
          assertThat(((Notice.Glass) first.notices().getFirst()).reason())
              .isEqualTo(REASON + (MANY - 1));
          var second = notices.waiting(supervisor, 2);
          var all = new ArrayList<>(first.notices());
          all.addAll(second.notices());
          assertThat(all).isSortedAccordingTo(Comparator.comparing(Notice::at).reversed());
          assertThat(all).extracting(Notice::handle).doesNotHaveDuplicates().hasSize(MANY);
          assertThat(counts.of(supervisor, 0).notices()).isEqualTo(MANY);
          assertThat(notices.settle(supervisor, all.getLast().handle())).isTrue();
          assertThat(notices.waiting(supervisor, 2).total()).isEqualTo(MANY - 1);
          var beyond = notices.waiting(supervisor, 3);
          assertThat(beyond.notices()).isEmpty();
          assertThat(beyond.total()).isEqualTo(MANY - 1);
        });
  }
}
