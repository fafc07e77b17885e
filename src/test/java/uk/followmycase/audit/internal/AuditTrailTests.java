package uk.followmycase.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

@SpringBootTest
class AuditTrailTests {

  private static final ForceId FORCE = new ForceId(910_001);
  private static final ForceId OTHER = new ForceId(910_002);
  private static final Actor ACTOR = new Actor(Actor.Kind.PERSON, "somebody");

  @Autowired AuditTrail trail;
  @Autowired AuditMonths months;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;

  @Test
  void keepsEntriesWithTheirSubjects() {
    var caseId = UUID.randomUUID();
    var person = UUID.randomUUID();
    var recipient = UUID.randomUUID();
    var subjects = List.of(new Subject(caseId, person), new Subject(caseId, null));
    in(
        FORCE,
        () ->
            trail.record(
                List.of(
                    AuditEntry.of(ACTOR, AuditAction.SIGNED_IN),
                    new AuditEntry(ACTOR, AuditAction.NOTICE_SENT, subjects, recipient, "text"))));
    assertThat(rows(FORCE, caseId))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("action", "NOTICE_SENT")
                    .containsEntry("category", "DISCLOSURE")
                    .containsEntry("recipient", recipient)
                    .containsEntry("detail", "text"))
        .extracting(row -> row.get("person_id"))
        .containsExactly(person, null);
    assertThat(rows(OTHER, caseId)).isEmpty();
  }

  @Test
  void entriesAndSubjectsCarryTheWritingTransaction() {
    var caseId = UUID.randomUUID();
    in(FORCE, () -> trail.record(viewed(caseId)));
    assertThat(rows(FORCE, caseId)).allSatisfy(row -> assertThat(row).containsEntry("same", true));
  }

  @Test
  void refusesToWorkOutsideATransaction() {
    assertThatThrownBy(() -> ForceBinding.run(FORCE, () -> trail.record(viewed(UUID.randomUUID()))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void noEntryWithoutItsEffect() {
    var caseId = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                in(
                    FORCE,
                    () -> {
                      trail.record(viewed(caseId));
                      throw new IllegalStateException("the effect fails");
                    }))
        .hasMessage("the effect fails");
    assertThat(rows(FORCE, caseId)).isEmpty();
  }

  @Test
  void nothingIsChangedOrTakenAway() {
    in(FORCE, () -> trail.record(viewed(UUID.randomUUID())));
    for (var attempt :
        List.of(
            "update police.audit_entry set detail = 'x'",
            "delete from police.audit_entry",
            "delete from police.audit_subject",
            "delete from police.audit_entry_rest",
            "truncate police.audit_entry")) {
      assertThatThrownBy(() -> in(FORCE, () -> jdbc.sql(attempt).update()))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void aMonthIsMadeAheadAndHoldsItsRows() {
    var now = clock.instant();
    in(FORCE, () -> trail.record(viewed(UUID.randomUUID())));
    months.makeAhead();
    assertThat(partitionsOf("audit_entry"))
        .contains(partition(now, 0), partition(now, 1), partition(now, 3), "audit_entry_rest");
    assertThat(partitionsHolding(FORCE)).containsOnly("police." + partition(now, 0));
  }

  @Test
  void aDisclosureNamesItsRecipientAndADetailIsACode() {
    assertThatThrownBy(() -> AuditEntry.of(ACTOR, AuditAction.NOTICE_SENT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new AuditEntry(ACTOR, AuditAction.SIGNED_IN, List.of(), null, "Siân’s case"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuditEntry viewed(UUID caseId) {
    return AuditEntry.of(ACTOR, AuditAction.CASE_VIEWED, new Subject(caseId, null));
  }

  private void in(ForceId force, Runnable work) {
    ForceBinding.run(force, () -> transactions.executeWithoutResult(status -> work.run()));
  }

  private List<Map<String, @Nullable Object>> rows(ForceId force, UUID caseId) {
    return ForceBinding.call(
        force,
        () ->
            transactions.execute(
                status ->
                    jdbc.sql(
                            """
                            select e.*, s.person_id, s.txid = e.txid and e.at = s.at as same
                            from police.audit_subject s
                            join police.audit_entry e on (e.force_id, e.at, e.id) = (s.force_id, s.at, s.entry_id)
                            where s.case_id = ? order by s.n
                            """)
                        .params(caseId)
                        .query()
                        .listOfRows()));
  }

  private List<@Nullable String> partitionsOf(String table) {
    return jdbc.sql(
            """
            select c.relname from pg_inherits join pg_class c on c.oid = inhrelid
            where inhparent = ('police.' || ?)::regclass
            """)
        .params(table)
        .query(String.class)
        .list();
  }

  private List<String> partitionsHolding(ForceId force) {
    return ForceBinding.call(
        force,
        () ->
            transactions.execute(
                status ->
                    jdbc.sql("select distinct tableoid::regclass::text from police.audit_entry")
                        .query(String.class)
                        .list()));
  }

  private static String partition(Instant now, int ahead) {
    var month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(ahead);
    return "audit_entry_%d_%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
