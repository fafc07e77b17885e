package uk.followmycase.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** The trail's months, and the net below them. */
@SpringBootTest
class AuditMonthsTests {

  private static final ForceId FORCE = new ForceId(920_001);
  private static final Instant FAR_AHEAD = Instant.parse("2061-05-31T23:59:59.999999Z");

  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @Test
  void aRowWithoutAMonthFallsIntoTheNetAndStays() {
    record(FAR_AHEAD);
    assertThat(madeMonths("2061-05-01", 1)).isEqualTo(2);
    assertThat(partitionOf(FAR_AHEAD)).isEqualTo("police.audit_entry_rest");
    var next = FAR_AHEAD.plusNanos(1_000);
    record(next);
    assertThat(partitionOf(next)).isEqualTo("police.audit_entry_2061_06");
  }

  @Test
  void madeTwiceIsMadeOnce() {
    assertThat(madeMonths("2071-01-15", 2)).isZero();
    assertThat(madeMonths("2071-01-15", 2)).isZero();
    var newYear = Instant.parse("2071-03-01T00:00:00Z");
    record(newYear);
    assertThat(partitionOf(newYear)).isEqualTo("police.audit_entry_2071_03");
  }

  private void record(Instant at) {
    var trail = new JdbcAuditTrail(jdbc, Clock.fixed(at, ZoneOffset.UTC));
    var subject = new AuditEntry.Subject(UUID.randomUUID(), null);
    var entry = AuditEntry.of(Actor.system("test"), AuditAction.CASE_VIEWED, subject);
    ForceBinding.run(FORCE, () -> transactions.executeWithoutResult(status -> trail.record(entry)));
  }

  private Integer madeMonths(String first, int ahead) {
    return jdbc.sql("select plumbing.make_audit_months(?::date, ?)")
        .params(first, ahead)
        .query(Integer.class)
        .single();
  }

  private String partitionOf(Instant at) {
    return ForceBinding.call(
        FORCE,
        () ->
            transactions.execute(
                status ->
                    jdbc.sql("select tableoid::regclass::text from police.audit_entry where at = ?")
                        .params(at.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .single()));
  }
}
