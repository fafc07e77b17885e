package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.UnitsAnsweredFor;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Visits of staff to the bound force: one row from signing in to its end. */
@Component
class StaffVisits {

  private static final String PLACE = "police.staff_visit";
  private static final String FAREWELL = "police.staff_visit.farewell";

  /** A visit may begin in the very moment in which its person is kept out. */
  private static final String NOT_KEPT_OUT =
      """
       not exists (select from police.staff_exclusion x
        where x.force_id = v.force_id and (x.account = v.account
          or x.collar_digest = (select r.collar_digest from police.staff_record r
            where r.force_id = v.force_id and r.account = v.account)))
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final ObjectProvider<UnitsAnsweredFor> units;
  private final Clock clock;

  StaffVisits(
      JdbcClient jdbc,
      ForceKeys keys,
      JsonMapper json,
      ObjectProvider<UnitsAnsweredFor> units,
      Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.units = units;
    this.clock = clock;
  }

  /**
   * What a provider said at a sign-in.
   *
   * @param groups only those that its mapping names
   */
  record Said(
      Set<String> groups, String displayName, @Nullable String collarNumber, Set<String> units) {}

  /** A visit that stands. */
  record Standing(
      StaffId account,
      String provider,
      Said said,
      Instant signedInAt,
      @Nullable Instant provedAt) {}

  /** Whose visit it is. */
  record Whose(UUID visit, StaffId account) {}

  StaffPass begin(StaffId account, Vouched who, Said said) {
    var pass = new StaffPass(account, clock.instant(), Handle.random().value());
    sweep();
    jdbc.sql(
            """
            insert into police.staff_visit
              (force_id, visit, account, provider, signed_in_at, sealed, proved_at, provider_session, farewell)
            values (:force, :visit, :account, :provider, :at, :sealed, :proved, :session, :farewell)""")
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .param("account", account.value())
        .param("provider", who.provider().name())
        .param("at", Timestamp.from(pass.signedInAt()))
        .param("sealed", keys.seal(PLACE, pass.visit(), json.writeValueAsBytes(said)))
        .param("proved", who.provedAt() == null ? null : Timestamp.from(who.provedAt()))
        .param("session", session(who.provider().issuer(), who.session()))
        .param("farewell", sealed(pass, who.farewell()))
        .update();
    if (who.provider().rolesOf(said.groups()).contains(StaffRole.SUPERVISOR)) {
      units.forEach(each -> each.supervised(said.units()));
    }
    return pass;
  }

  private byte @Nullable [] sealed(StaffPass pass, @Nullable Farewell farewell) {
    return farewell == null
        ? null
        : keys.seal(FAREWELL, pass.visit(), json.writeValueAsBytes(farewell));
  }

  private byte @Nullable [] session(String issuer, @Nullable String session) {
    return session == null
        ? null
        : keys.blind("staff-session", issuer.length() + "/" + issuer + session);
  }

  Optional<Standing> find(StaffPass pass) {
    return jdbc.sql(
            """
            select visit, account, provider, sealed, signed_in_at, proved_at from police.staff_visit v
            where force_id = :force and visit = :visit and account = :account
              and signed_in_at > :oldest and """
                + NOT_KEPT_OUT)
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .param("account", pass.account().value())
        .param("oldest", oldest())
        .query(this::standing)
        .optional();
  }

  Optional<Farewell> farewell(StaffPass pass) {
    return jdbc.sql(
            """
            select farewell from police.staff_visit
            where force_id = :force and visit = :visit and account = :account
              and farewell is not null""")
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .param("account", pass.account().value())
        .query(byte[].class)
        .optional()
        .map(bytes -> keys.open(FAREWELL, pass.visit(), bytes))
        .map(clear -> json.readValue(clear, Farewell.class));
  }

  /** All that stand, the latest first; those who are at work can be looked through by eye. */
  List<Standing> all(int most) {
    return jdbc.sql(
            """
            select visit, account, provider, sealed, signed_in_at, proved_at from police.staff_visit v
            where force_id = :force and signed_in_at > :oldest and """
                + NOT_KEPT_OUT
                + " order by signed_in_at desc limit :most")
        .param("force", ForceBinding.current().value())
        .param("oldest", oldest())
        .param("most", most)
        .query(this::standing)
        .list();
  }

  /** Those of somebody, the latest first. */
  List<Standing> standingOf(StaffId account) {
    return jdbc.sql(
            """
            select visit, account, provider, sealed, signed_in_at, proved_at from police.staff_visit v
            where force_id = :force and account = :account and signed_in_at > :oldest and """
                + NOT_KEPT_OUT
                + " order by signed_in_at desc")
        .param("force", ForceBinding.current().value())
        .param("account", account.value())
        .param("oldest", oldest())
        .query(this::standing)
        .list();
  }

  /** Those that began with this session of the provider. */
  List<Whose> of(String issuer, String session) {
    return jdbc.sql(
            """
            select visit, account from police.staff_visit
            where force_id = :force and provider_session = :session""")
        .param("force", ForceBinding.current().value())
        .param("session", session(issuer, session))
        .query(StaffVisits::whose)
        .list();
  }

  /** All of an account. */
  List<Whose> of(StaffId account) {
    return jdbc.sql(
            """
            select visit, account from police.staff_visit
            where force_id = :force and account = :account""")
        .param("force", ForceBinding.current().value())
        .param("account", account.value())
        .query(StaffVisits::whose)
        .list();
  }

  void end(UUID visit) {
    jdbc.sql("delete from police.staff_visit where force_id = :force and visit = :visit")
        .param("force", ForceBinding.current().value())
        .param("visit", visit)
        .update();
  }

  /** Whoever begins takes out what has had its day. */
  private void sweep() {
    jdbc.sql("delete from police.staff_visit where force_id = :force and signed_in_at <= :oldest")
        .param("force", ForceBinding.current().value())
        .param("oldest", oldest())
        .update();
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(SessionLimits.ABSOLUTE_STAFF));
  }

  private Standing standing(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("visit", UUID.class), row.getBytes("sealed"));
    var proved = row.getTimestamp("proved_at");
    return new Standing(
        new StaffId(row.getObject("account", UUID.class)),
        row.getString("provider"),
        json.readValue(clear, Said.class),
        row.getTimestamp("signed_in_at").toInstant(),
        proved == null ? null : proved.toInstant());
  }

  private static Whose whose(ResultSet row, int number) throws SQLException {
    return new Whose(
        row.getObject("visit", UUID.class), new StaffId(row.getObject("account", UUID.class)));
  }
}
