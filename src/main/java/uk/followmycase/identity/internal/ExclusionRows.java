package uk.followmycase.identity.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.SealBroken;

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

  /**
   * A row.
   *
   * @param why null where it cannot be read
   */
  record Row(StaffId account, Instant since, StaffId by, @Nullable String why) {}

  /**
   * Somebody, by whatever account they come.
   *
   * @param collar digest of their collar number; null where it is not known
   */
  record Person(StaffId account, byte @Nullable [] collar) {}

  /** Whether any of these is kept out, or whoever has this number. */
  boolean any(Collection<StaffId> accounts, byte @Nullable [] collar) {
    return jdbc.sql(
            """
            select exists (select from police.staff_exclusion
              where force_id = :force and (account = any(:accounts::uuid[]) or collar_digest = :collar))""")
        .param("force", ForceBinding.current().value())
        .param(
            "accounts", accounts.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .param("collar", collar, Types.BINARY)
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
  boolean insert(Person who, Person by, String why) {
    var account = who.account().value();
    return jdbc.sql(
                """
                insert into police.staff_exclusion
                  (force_id, account, collar_digest, excluded_at, excluded_by, by_digest, sealed)
                values (:force, :account, :collar, :now, :by, :byCollar, :sealed)
                on conflict (force_id, account) do nothing""")
            .param("force", ForceBinding.current().value())
            .param("account", account)
            .param("collar", who.collar(), Types.BINARY)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by.account().value())
            .param("byCollar", by.collar(), Types.BINARY)
            .param("sealed", keys.seal(PLACE, account, why.getBytes(StandardCharsets.UTF_8)))
            .update()
        > 0;
  }

  /** Whether there was one that another person had made, about another person. */
  boolean delete(Person who, Person by) {
    return jdbc.sql(
                """
                delete from police.staff_exclusion
                where force_id = :force and (account = :account or collar_digest = :collar)
                  and account <> :by and collar_digest is distinct from coalesce(:byCollar, ''::bytea)
                  and excluded_by <> :by and by_digest is distinct from coalesce(:byCollar, ''::bytea)""")
            .param("force", ForceBinding.current().value())
            .param("account", who.account().value())
            .param("collar", who.collar(), Types.BINARY)
            .param("by", by.account().value())
            .param("byCollar", by.collar(), Types.BINARY)
            .update()
        > 0;
  }

  private Row row(ResultSet row, int number) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new Row(
        new StaffId(account),
        row.getTimestamp("excluded_at").toInstant(),
        new StaffId(row.getObject("excluded_by", UUID.class)),
        why(account, row.getBytes("sealed")));
  }

  /** That somebody is kept out holds, and is shown, whatever has become of the reason. */
  private @Nullable String why(UUID account, byte[] sealed) {
    try {
      return new String(keys.open(PLACE, account, sealed), StandardCharsets.UTF_8);
    } catch (SealBroken unreadable) {
      return null;
    }
  }
}
