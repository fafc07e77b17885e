package uk.followmycase.identity.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;

/** What the bound force's staff were called when they last came, sealed. */
@Component
class StaffRecords implements StaffNames {

  private static final String PLACE = "police.staff_record";

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  StaffRecords(JdbcClient jdbc, ForceKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** What is sealed. */
  record Called(String displayName, @Nullable String collarNumber) {}

  void seen(StaffId account, StaffVisits.Said said) {
    var called = new Called(said.displayName(), said.collarNumber());
    jdbc.sql(
            """
            insert into police.staff_record (force_id, account, collar_digest, seen_at, sealed)
            values (:force, :account, :collar, :now, :sealed)
            on conflict (force_id, account) do update set
              collar_digest = excluded.collar_digest, seen_at = excluded.seen_at,
              sealed = excluded.sealed""")
        .param("force", ForceBinding.current().value())
        .param("account", account.value())
        .param("collar", said.collarNumber() == null ? null : digest(said.collarNumber()))
        .param("now", Timestamp.from(clock.instant()))
        .param("sealed", keys.seal(PLACE, account.value(), json.writeValueAsBytes(called)))
        .update();
  }

  @Override
  @Transactional
  public Map<StaffId, Known> of(Collection<StaffId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select account, seen_at, sealed from police.staff_record
            where force_id = :force and account = any(:accounts::uuid[])""")
        .param("force", ForceBinding.current().value())
        .param("accounts", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(this::known)
        .list()
        .stream()
        .collect(toMap(Known::id, identity()));
  }

  @Override
  @Transactional
  public List<Known> withCollarNumber(String collarNumber) {
    var number = CollarNumber.of(collarNumber);
    return withCollarNumbers(List.of(number)).getOrDefault(number, List.of());
  }

  @Override
  @Transactional
  public Map<String, List<Known>> withCollarNumbers(Collection<String> collarNumbers) {
    return jdbc
        .sql(
            """
            select r.account, r.seen_at, r.sealed from unnest(:collars::bytea[]) as n (digest)
              cross join lateral (select account, seen_at, sealed from police.staff_record
                where force_id = :force and collar_digest = n.digest
                order by seen_at desc limit 20) r
            order by r.seen_at desc""")
        .param("force", ForceBinding.current().value())
        .param("collars", collarNumbers.stream().map(this::digest).toArray(byte[][]::new))
        .query(this::known)
        .list()
        .stream()
        .filter(known -> known.collarNumber() != null)
        .collect(
            groupingBy(known -> CollarNumber.of(Objects.requireNonNull(known.collarNumber()))));
  }

  /** By which rows know a number again. */
  byte[] digest(String collarNumber) {
    return keys.blind("collar-number", CollarNumber.of(collarNumber));
  }

  private Known known(ResultSet row, int number) throws SQLException {
    var account = row.getObject("account", UUID.class);
    var called = json.readValue(keys.open(PLACE, account, row.getBytes("sealed")), Called.class);
    return new Known(
        new StaffId(account),
        called.displayName(),
        called.collarNumber(),
        row.getTimestamp("seen_at").toInstant());
  }
}
