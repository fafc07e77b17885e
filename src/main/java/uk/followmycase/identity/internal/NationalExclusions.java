package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Which of the nation's administrators are kept out; one that has ended stays as its trail. */
@Component
class NationalExclusions {

  private static final String PLACE = "people.national_exclusion";
  private static final Duration KEPT = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  NationalExclusions(JdbcClient jdbc, PeopleKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** What is sealed: their visits' names are kept no longer than a year. */
  record Said(String name, String by, String why) {}

  /** One that stands. */
  record Row(StaffId account, Instant since, StaffId by, Said said) {}

  /** Whether somebody is kept out. */
  boolean standing(StaffId account) {
    return jdbc.sql(
            """
            select exists (select from people.national_exclusion
              where account = :account and readmitted_at is null)""")
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  /** All that stand, the latest first. */
  List<Row> all() {
    return jdbc.sql(
            """
            select id, account, excluded_at, excluded_by, sealed from people.national_exclusion
            where readmitted_at is null order by excluded_at desc, id""")
        .query(this::row)
        .list();
  }

  /** Whether it is new. */
  boolean begin(StaffId account, NationalAdministrator by, String name, String why) {
    var id = Handle.rowId();
    var said = new Said(name, by.displayName(), why);
    return jdbc.sql(
                """
                insert into people.national_exclusion (id, account, excluded_at, excluded_by, sealed)
                values (:id, :account, :now, :by, :sealed)
                on conflict (account) where readmitted_at is null do nothing""")
            .param("id", id)
            .param("account", account.value())
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by.id().value())
            .param("sealed", keys.seal(PLACE, id, json.writeValueAsBytes(said)))
            .update()
        > 0;
  }

  /** Whether there was one that somebody else had begun. */
  boolean end(StaffId account, StaffId by) {
    return jdbc.sql(
                """
                update people.national_exclusion set readmitted_at = :now, readmitted_by = :by
                where account = :account and readmitted_at is null and excluded_by <> :by""")
            .param("now", Timestamp.from(clock.instant()))
            .param("account", account.value())
            .param("by", by.value())
            .update()
        > 0;
  }

  int sweep() {
    return jdbc.sql("delete from people.national_exclusion where readmitted_at <= :oldest")
        .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
    return new Row(
        new StaffId(row.getObject("account", UUID.class)),
        row.getTimestamp("excluded_at").toInstant(),
        new StaffId(row.getObject("excluded_by", UUID.class)),
        json.readValue(clear, Said.class));
  }
}
