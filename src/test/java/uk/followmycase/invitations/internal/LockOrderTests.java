package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Plan;
import uk.followmycase.support.MovableClock;

/** A worker that sends and a verdict that takes back meet on the same person, and both get done. */
@InvitationTest
class LockOrderTests {

  @Autowired Victims victims;
  @Autowired LinkWriter writer;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void aVerdictWaitsForTheWorkerAndThenTakesBackWhatItSent() throws Exception {
    var victim = victims.invited();
    var notice = victim.waiting(Kind.INVITATION);
    var leased = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var worker = threads.submit(() -> lease(victim, notice, leased));
      leased.await();
      var verdict = threads.submit(() -> victim.closed().tell());
      assertThat(worker.get()).isEqualTo(1);
      verdict.get();
    }
    assertThat(victim.latest().state()).isEqualTo(State.CANCELLED);
    assertThat(victim.latest().times().ending()).isEqualTo(Ending.NOT_ELIGIBLE);
  }

  /**
   * Holds head and notice as a worker does, and asks for the invitation once somebody waits for it.
   */
  private int lease(Victim victim, Notice notice, CountDownLatch leased) {
    return victims.inTransaction(
        victim.force(),
        () -> {
          hold("select notice_id from plumbing.outbox_head where notice_id = ? for update", notice);
          leased.countDown();
          await().until(this::somebodyWaits);
          hold("select id from police.notice where id = ? for update nowait", notice);
          return writer.write(java.util.List.of(new Leased(notice, Plan.NONE))).size();
        });
  }

  private void hold(String row, Notice notice) {
    jdbc.sql(row).param(notice.id()).query().singleRow();
  }

  private boolean somebodyWaits() {
    var superuser = new DriverManagerDataSource(TestDatabase.url(database.value(), "postgres"));
    return JdbcClient.create(superuser)
        .sql(
            """
            select exists (select from pg_locks l join pg_stat_activity a using (pid)
            where not l.granted and a.datname = current_database())""")
        .query(Boolean.class)
        .single();
  }
}
