package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Visits of staff to the bound force: one row from signing in to its end. */
@Component
class StaffVisits {

  private static final String PLACE = "police.staff_visit";

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  StaffVisits(JdbcClient jdbc, ForceKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
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
  record Standing(String provider, Said said) {}

  StaffPass begin(StaffId account, String provider, Said said) {
    var pass = new StaffPass(account, clock.instant(), Handle.random().value());
    sweep();
    jdbc.sql(
            """
            insert into police.staff_visit (force_id, visit, account, provider, signed_in_at, sealed)
            values (:force, :visit, :account, :provider, :at, :sealed)""")
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .param("account", account.value())
        .param("provider", provider)
        .param("at", Timestamp.from(pass.signedInAt()))
        .param("sealed", keys.seal(PLACE, pass.visit(), json.writeValueAsBytes(said)))
        .update();
    return pass;
  }

  Optional<Standing> find(StaffPass pass) {
    return jdbc.sql(
            """
            select visit, provider, sealed from police.staff_visit
            where force_id = :force and visit = :visit and account = :account
              and signed_in_at > :oldest""")
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .param("account", pass.account().value())
        .param("oldest", oldest())
        .query(this::standing)
        .optional();
  }

  void end(StaffPass pass) {
    jdbc.sql("delete from police.staff_visit where force_id = :force and visit = :visit")
        .param("force", ForceBinding.current().value())
        .param("visit", pass.visit())
        .update();
  }

  void endAll(StaffId account) {
    jdbc.sql("delete from police.staff_visit where force_id = :force and account = :account")
        .param("force", ForceBinding.current().value())
        .param("account", account.value())
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
    return new Standing(row.getString("provider"), json.readValue(clear, Said.class));
  }
}
