package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Contact;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Attempts to sign in. Nothing in them says whether an account is behind. */
@Component
class Attempts {

  private static final String PLACE = "people.sign_in_attempt";

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  Attempts(JdbcClient jdbc, PeopleKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  UUID begin(Attempt attempt) {
    var id = Handle.random().value();
    jdbc.sql(
            """
            insert into people.sign_in_attempt (id, sealed, expires_at)
            values (:id, :sealed, :expires)""")
        .param("id", id)
        .param("sealed", keys.seal(PLACE, id, json.writeValueAsBytes(attempt)))
        .param("expires", Timestamp.from(clock.instant().plus(CodeRules.LIVES)))
        .update();
    return id;
  }

  Optional<Attempt> find(UUID id) {
    return jdbc.sql(
            "select id, sealed from people.sign_in_attempt where id = :id and expires_at > :now")
        .param("id", id)
        .param("now", Timestamp.from(clock.instant()))
        .query(this::attempt)
        .optional();
  }

  /** Which contacts were proved before; answers to one attempt wait for each other here. */
  Optional<Shown> hold(UUID id) {
    return jdbc.sql(
            """
            select first_proved, second_proved from people.sign_in_attempt
            where id = :id and expires_at > :now for update""")
        .param("id", id)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> new Shown(row.getBoolean(1), row.getBoolean(2)))
        .optional();
  }

  void keep(UUID id, Shown shown) {
    jdbc.sql(
            """
            update people.sign_in_attempt set first_proved = :first, second_proved = :second
            where id = :id""")
        .param("first", shown.first())
        .param("second", shown.second())
        .param("id", id)
        .update();
  }

  /** False when another answer ended it first. */
  boolean end(UUID id) {
    return jdbc.sql("delete from people.sign_in_attempt where id = :id").param("id", id).update()
        == 1;
  }

  int sweep() {
    return jdbc.sql("delete from people.sign_in_attempt where expires_at <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Attempt attempt(ResultSet row, int number) throws SQLException {
    var clear = keys.open(PLACE, row.getObject("id", UUID.class), row.getBytes("sealed"));
    return json.readValue(clear, Attempt.class);
  }

  /**
   * What somebody typed.
   *
   * @param contacts two, or one for the way with the force's code
   * @param place network that it came from
   */
  record Attempt(ForceId from, List<Contact> contacts, String language, String place) {

    boolean strict() {
      return contacts.size() == 1;
    }
  }

  /** Which contacts' codes were right. */
  record Shown(boolean first, boolean second) {}
}
