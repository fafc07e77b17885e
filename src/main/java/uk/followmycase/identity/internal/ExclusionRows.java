package uk.followmycase.identity.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Whom the bound force keeps out of its desk: a row for each, with the reason sealed. */
@Component
class ExclusionRows {

  private static final String PLACE = "police.staff_exclusion";

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Clock clock;

  ExclusionRows(JdbcClient jdbc, ForceKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** A row. */
  record Row(StaffId account, Instant since, StaffId by, String why) {}

  /** Whether any of these is kept out. */
  boolean any(Collection<StaffId> accounts) {
    return jdbc.sql(
            """
            select exists (select from police.staff_exclusion
              where force_id = :force and account = any(:accounts::uuid[]))""")
        .param("force", ForceBinding.current().value())
        .param(
            "accounts", accounts.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** All, the latest first; few at any time. */
  List<Row> all() {
    return jdbc.sql(
            """
            select account, excluded_at, excluded_by, sealed from police.staff_exclusion
            where force_id = :force order by excluded_at desc, account""")
        .param("force", ForceBinding.current().value())
        .query(this::row)
        .list();
  }

  /** Whether it is new. */
  boolean insert(StaffId account, StaffId by, String why) {
    return jdbc.sql(
                """
                insert into police.staff_exclusion (force_id, account, excluded_at, excluded_by, sealed)
                values (:force, :account, :now, :by, :sealed)
                on conflict (force_id, account) do nothing""")
            .param("force", ForceBinding.current().value())
            .param("account", account.value())
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by.value())
            .param(
                "sealed", keys.seal(PLACE, account.value(), why.getBytes(StandardCharsets.UTF_8)))
            .update()
        > 0;
  }

  /** Whether there was one that somebody else had made. */
  boolean delete(StaffId account, StaffId by) {
    return jdbc.sql(
                """
                delete from police.staff_exclusion
                where force_id = :force and account = :account and excluded_by <> :by""")
            .param("force", ForceBinding.current().value())
            .param("account", account.value())
            .param("by", by.value())
            .update()
        > 0;
  }

  private Row row(ResultSet row, int number) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new Row(
        new StaffId(account),
        row.getTimestamp("excluded_at").toInstant(),
        new StaffId(row.getObject("excluded_by", UUID.class)),
        new String(keys.open(PLACE, account, row.getBytes("sealed")), StandardCharsets.UTF_8));
  }
}
