package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceId;

@InvitationTest
class DueHeadsTests {

  /** Long before any other test's time, so that theirs are never due here. */
  private static final Instant NOW = Instant.parse("2001-03-02T09:00:00Z");

  private static final ForceId FORCE = new ForceId(920_011);
  private static final ForceId OTHER = new ForceId(920_012);

  @Autowired DueHeads heads;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @BeforeEach
  void empty() {
    jdbc.sql("delete from plumbing.invitation_head where due_at < '2002-01-01'").update();
  }

  @Test
  void leasesWhatIsDueOfAnyForceOldestFirst() {
    var late = head(FORCE, Duration.ofMinutes(-1));
    var later = head(OTHER, Duration.ofMinutes(-2));
    head(FORCE, Duration.ofMinutes(1));
    assertThat(lease(1)).containsExactly(later);
    assertThat(lease(10)).containsExactly(late);
    assertThat(lease(10)).isEmpty();
  }

  @Test
  void aLeaseThatLapsedIsTakenOver() {
    var head = head(FORCE, Duration.ZERO);
    assertThat(lease(10)).containsExactly(head);
    jdbc.sql("update plumbing.invitation_head set leased_until = clock_timestamp()").update();
    assertThat(lease(10)).containsExactly(head);
  }

  @Test
  void instancesNeverShareWork() {
    for (var i = 0; i < 20; i++) {
      head(FORCE, Duration.ofMinutes(-i));
    }
    var seen = new ArrayList<DueHeads.Head>();
    transactions.executeWithoutResult(
        status -> {
          seen.addAll(lease(7));
          seen.addAll(onAnotherThread());
        });
    assertThat(seen).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void forgetsWhatNothingStandsBehind() {
    var head = head(FORCE, Duration.ZERO);
    heads.forget(OTHER, List.of(head.invitation()));
    assertThat(lease(10)).hasSize(1);
    heads.forget(FORCE, List.of(head.invitation()));
    jdbc.sql("update plumbing.invitation_head set leased_until = null").update();
    assertThat(lease(10)).isEmpty();
  }

  @Test
  void whatIsOfAForceThatIsNotServedWaits() {
    var head = head(OTHER, Duration.ofMinutes(-2));
    assertThat(heads.lease(NOW, List.of(FORCE), 10)).isEmpty();
    assertThat(lease(10)).containsExactly(head);
  }

  private List<DueHeads.Head> lease(int most) {
    return heads.lease(NOW, List.of(FORCE, OTHER), most);
  }

  private List<DueHeads.Head> onAnotherThread() {
    var found = new ArrayList<DueHeads.Head>();
    try {
      var thread = Thread.ofVirtual().start(() -> found.addAll(lease(20)));
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private DueHeads.Head head(ForceId force, Duration due) {
    var head = new DueHeads.Head(force, UUID.randomUUID());
    jdbc.sql(
            "insert into plumbing.invitation_head (force_id, invitation_id, due_at) values (?, ?, ?)")
        .params(force.value(), head.invitation(), NOW.plus(due).atOffset(java.time.ZoneOffset.UTC))
        .update();
    return head;
  }
}
