package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.Notices.Notice;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Looking at many cases that nobody gave one is noticed with the twentieth, and every look is kept.
 */
@IdentityTest
class BrowsingTests {

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;
  @Autowired Notices notices;
  @Autowired TaskDesk tasks;
  @Autowired DeskCounts counts;
  @Autowired MovableClock clock;

  private Station station;
  private StaffMember officer;
  private StaffMember supervisor;
  private List<String> references;
  private List<Handle> files;

  @BeforeEach
  void manyCases() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
    supervisor = station.staff(StaffRole.SUPERVISOR, "Unit of " + officer.collarNumber());
    references = new ArrayList<>();
    files = new ArrayList<>();
    station.bound(
        () ->
            IntStream.range(0, Browsing.MANY)
                .forEach(
                    n -> {
                      var told = station.theCase().unit("Somebody’s unit");
                      references.add(told.reference());
                      files.add(told.tell());
                    }));
  }

  @Test
  void theTwentiethCaseOfOthersIsNoticedAtOnceAndOnce() {
    station.bound(
        () -> {
          files.subList(1, Browsing.MANY).forEach(file -> desk.look(officer, file));
          files.subList(1, Browsing.MANY).forEach(file -> desk.look(officer, file));
          assertThat(browsing()).as("the same nineteen again").isEmpty();
          desk.look(officer, files.getFirst());
          assertThat(browsing()).hasSize(1);
          files.forEach(file -> desk.look(officer, file));
          assertThat(browsing()).hasSize(1);
          assertThat(station.trail(officer))
              .hasSize(3 * Browsing.MANY)
              .filteredOn(entry -> entry.startsWith("CASE_REFUSED"))
              .hasSize(3 * Browsing.MANY - 1);
        });
  }

  @Test
  void aSupervisorHasATaskAtOnceWhichEndsWithTheNotice() {
    station.bound(
        () -> {
          files.forEach(file -> desk.look(officer, file));
          var task = tasks.waiting(supervisor).getFirst();
          assertThat(task.kind()).isEqualTo(TaskKind.UNUSUAL_BROWSING);
          assertThat(task.reference()).as("no case of theirs").isEmpty();
          assertThat(counts.of(supervisor)).isEqualTo(new DeskCounts.Waiting(1, 1));
          assertThat(notices.settle(supervisor, browsing().getFirst().handle())).isTrue();
          assertThat(tasks.waiting(supervisor)).isEmpty();
          assertThat(counts.of(supervisor)).isEqualTo(DeskCounts.Waiting.NONE);
        });
  }

  @Test
  void whoeverItIsAboutDoesNotSettleItByAnotherAccount() {
    station.bound(
        () -> {
          files.forEach(file -> desk.look(officer, file));
          var number = officer.collarNumber();
          var twin =
              station.staff(
                  Set.of(StaffRole.SUPERVISOR), "PC Another Name", number, "Unit of " + number);
          var notice = notices.waiting(twin).getFirst();
          assertThat(notice.own()).isTrue();
          assertThat(notices.settle(twin, notice.handle())).isFalse();
          assertThat(browsing()).hasSize(1);
        });
  }

  @Test
  void tryingReferencesIsNoticedToo() {
    station.bound(
        () -> {
          references.forEach(reference -> desk.search(officer, Search.By.REFERENCE, reference));
          assertThat(browsing()).hasSize(1);
        });
  }

  @Test
  void spreadOverHoursItIsWork() {
    station.bound(
        () -> {
          for (var file : files) {
            desk.look(officer, file);
            clock.advance(Duration.ofMinutes(4));
          }
          assertThat(browsing()).isEmpty();
        });
  }

  @Test
  void oneOwnsWorkIsNeverBrowsing() {
    station.bound(
        () -> {
          IntStream.range(0, Browsing.MANY + 1)
              .mapToObj(n -> station.theCase().of(officer, "North").tell())
              .forEach(file -> assertThat(desk.look(officer, file)).isPresent());
          assertThat(browsing()).isEmpty();
        });
  }

  @Test
  void looksAtTheSameMomentAreCountedBoth() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var looks =
          files.stream()
              .<Callable<Object>>map(
                  file ->
                      () -> ForceBinding.call(station.force().id(), () -> desk.look(officer, file)))
              .toList();
      for (var done : threads.invokeAll(looks)) {
        assertThat(done.get()).isEqualTo(java.util.Optional.empty());
      }
    }
    station.bound(() -> assertThat(browsing()).hasSize(1));
  }

  private List<Notice> browsing() {
    return notices.waiting(supervisor).stream().filter(Notice.Browsing.class::isInstance).toList();
  }
}
