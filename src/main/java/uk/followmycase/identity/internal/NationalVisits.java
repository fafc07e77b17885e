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
  record Said(Set<String> groups, String displayName, @Nullable Farewell farewell) {}

  /** A visit that stands. */
  record Standing(Said said, @Nullable Instant provedAt) {}

  StaffPass begin(StaffId account, Vouched who, Set<String> groups) {
    var pass = new StaffPass(account, clock.instant(), Handle.random().value());
    var said = new Said(groups, who.displayName(), who.farewell());
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
            select visit, sealed, proved_at from people.national_visit
            where visit = :visit and account = :account and ended_at is null
              and signed_in_at > :oldest""")
        .param("visit", pass.visit())
        .param("account", pass.account().value())
        .param("oldest", Timestamp.from(clock.instant().minus(SessionLimits.ABSOLUTE_STAFF)))
        .query(this::standing)
        .optional();
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
        json.readValue(clear, Said.class), proved == null ? null : proved.toInstant());
  }
}
