package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Visits of the nation's administrators; one that has ended stays as the trail of it. */
@Component
class NationalVisits {

  private static final String PLACE = "people.national_visit";
  private static final Duration KEPT = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  NationalVisits(JdbcClient jdbc, PeopleKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** What the provider said at a sign-in. */
  record Said(
      String provider, Set<String> groups, String displayName, @Nullable Farewell farewell) {}

  /** A visit that stands. */
  record Standing(Said said, Instant signedInAt, @Nullable Instant provedAt) {}

  /**
   * Somebody's last visit.
   *
   * @param open whether it has not been ended
   */
  record Last(StaffId account, Standing visit, boolean open) {}

  StaffPass begin(StaffId account, Vouched who, Set<String> groups) {
    var pass = new StaffPass(account, clock.instant(), Handle.random().value());
    var said = new Said(who.provider().name(), groups, who.displayName(), who.farewell());
    jdbc.sql(
            """
            insert into people.national_visit
              (visit, account, signed_in_at, proved_at, provider_session, sealed)
            values (:visit, :account, :at, :proved, :session, :sealed)""")
        .param("visit", pass.visit())
        .param("account", account.value())
        .param("at", Timestamp.from(pass.signedInAt()))
        .param("proved", who.provedAt() == null ? null : Timestamp.from(who.provedAt()))
        .param("session", session(who.session()))
        .param("sealed", keys.seal(PLACE, pass.visit(), json.writeValueAsBytes(said)))
        .update();
    return pass;
  }

  Optional<Standing> find(StaffPass pass) {
    return jdbc.sql(
            """
            select visit, sealed, signed_in_at, proved_at from people.national_visit v
            where visit = :visit and account = :account and ended_at is null
              and signed_in_at > :oldest and not exists (select from people.national_exclusion x
                where x.account = v.account and x.readmitted_at is null)""")
        .param("visit", pass.visit())
        .param("account", pass.account().value())
        .param("oldest", oldest())
        .query(this::standing)
        .optional();
  }

  /** Everybody's last visit within a year, the latest first. */
  List<Last> last() {
    return jdbc.sql(
            """
            select * from (
              select distinct on (account) account, visit, sealed, signed_in_at, proved_at,
                ended_at is null and signed_in_at > :oldest as open
              from people.national_visit order by account, signed_in_at desc) v
            order by signed_in_at desc, account""")
        .param("oldest", oldest())
        .query(
            (row, number) ->
                new Last(
                    new StaffId(row.getObject("account", UUID.class)),
                    standing(row, number),
                    row.getBoolean("open")))
        .list();
  }

  /** Those of an account that have not ended. */
  List<UUID> of(StaffId account) {
    return jdbc.sql(
            "select visit from people.national_visit where account = :account and ended_at is null")
        .param("account", account.value())
        .query((row, number) -> row.getObject("visit", UUID.class))
        .list();
  }

  /** Those that began with this session of the provider, of this account where it is named. */
  List<UUID> of(String session, @Nullable StaffId account) {
    return jdbc.sql(
            """
            select visit from people.national_visit
            where provider_session = :session and ended_at is null
              and account = coalesce(:account::uuid, account)""")
        .param("session", session(session))
        .param("account", account == null ? null : account.value().toString())
        .query((row, number) -> row.getObject("visit", UUID.class))
        .list();
  }

  void end(UUID visit) {
    jdbc.sql("update people.national_visit set ended_at = :now where visit = :visit")
        .param("now", Timestamp.from(clock.instant()))
        .param("visit", visit)
        .update();
  }

  int sweep() {
    return jdbc.sql("delete from people.national_visit where signed_in_at <= :oldest")
        .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private byte @Nullable [] session(@Nullable String session) {
    return session == null ? null : keys.blind("national-session", session);
  }

  private Standing standing(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("visit", UUID.class), row.getBytes("sealed"));
    var proved = row.getTimestamp("proved_at");
    return new Standing(
        json.readValue(clear, Said.class),
        row.getTimestamp("signed_in_at").toInstant(),
        proved == null ? null : proved.toInstant());
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(SessionLimits.ABSOLUTE_STAFF));
  }
}
