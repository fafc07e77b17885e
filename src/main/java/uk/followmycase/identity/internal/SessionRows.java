package uk.followmycase.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** The table of sessions. Neither an id nor a text of a session stands in it in clear. */
@Component
class SessionRows {

  private static final String PLACE = "people.session";
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final JsonMapper json;

  SessionRows(JdbcClient jdbc, PeopleKeys keys, JsonMapper json) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
  }

  Optional<PersonSession> find(String id) {
    return jdbc.sql(
            """
            select id, visit, account, signed_in_at, strict, staff, created_at, touched_at, sealed
            from people.session where digest = :digest""")
        .param("digest", digest(id))
        .query((row, number) -> session(id, row))
        .optional();
  }

  void insert(PersonSession session, Instant now) {
    written(
            jdbc.sql(
                """
            insert into people.session
              (digest, id, visit, account, signed_in_at, strict, staff, created_at, touched_at, sealed)
            values (:digest, :id, :visit, :account, :signedIn, :strict, :staff, :now, :now, :sealed)"""),
            session,
            now)
        .param("id", session.row())
        .update();
  }

  /** A row that was ended meanwhile stays ended: nothing is inserted here. */
  void update(PersonSession session, Instant now) {
    written(
            jdbc.sql(
                """
                update people.session set digest = :digest, visit = :visit, account = :account,
                  signed_in_at = :signedIn, strict = :strict, staff = :staff, touched_at = :now, sealed = :sealed
                where digest = :before"""),
            session,
            now)
        .param("before", digest(session.storedUnder()))
        .update();
  }

  /** Who is busy on one host is not away from the others. */
  void touch(UUID visit, Instant now) {
    jdbc.sql("update people.session set touched_at = :now where visit = :visit")
        .param("now", Timestamp.from(now))
        .param("visit", visit)
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from people.session where digest = :digest")
        .param("digest", digest(id))
        .update();
  }

  void deleteVisit(UUID visit) {
    jdbc.sql("delete from people.session where visit = :visit").param("visit", visit).update();
  }

  void deleteAll(AccountId account) {
    jdbc.sql("delete from people.session where account = :account")
        .param("account", account.value())
        .update();
  }

  /** Sweeps out what has idled or lived too long. */
  int sweep(Instant now) {
    return jdbc.sql(
            "delete from people.session where touched_at <= :idle or created_at <= :started")
        .param("idle", Timestamp.from(now.minus(SessionLimits.IDLE)))
        .param("started", Timestamp.from(now.minus(SessionLimits.ABSOLUTE)))
        .update();
  }

  private JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec statement, PersonSession session, Instant now) {
    var person = session.person();
    var staff = session.staff();
    return statement
        .param("digest", digest(session.getId()))
        .param("visit", session.visit())
        .param("account", account(person, staff))
        .param("signedIn", signedInAt(person, staff))
        .param("strict", person != null && person.strict())
        .param("staff", staff != null)
        .param("now", Timestamp.from(now))
        .param("sealed", sealed(session));
  }

  private static @Nullable UUID account(@Nullable CurrentPerson person, @Nullable StaffPass staff) {
    if (staff != null) {
      return staff.account().value();
    }
    return person == null ? null : person.account().value();
  }

  private static @Nullable Timestamp signedInAt(
      @Nullable CurrentPerson person, @Nullable StaffPass staff) {
    if (staff != null) {
      return Timestamp.from(staff.signedInAt());
    }
    return person == null ? null : Timestamp.from(person.signedInAt());
  }

  private byte @Nullable [] sealed(PersonSession session) {
    return session.texts().isEmpty()
        ? null
        : keys.seal(PLACE, session.row(), json.writeValueAsBytes(session.texts()));
  }

  private PersonSession session(String id, ResultSet row) throws SQLException {
    var rowId = row.getObject("id", UUID.class);
    var sealed = row.getBytes("sealed");
    var stored =
        new PersonSession.Stored(
            rowId,
            person(row),
            staff(row),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("touched_at").toInstant());
    return PersonSession.kept(id, stored, () -> opened(rowId, sealed));
  }

  private Map<String, String> opened(UUID rowId, byte @Nullable [] sealed) {
    return sealed == null ? Map.of() : json.readValue(keys.open(PLACE, rowId, sealed), TEXTS);
  }

  private static @Nullable CurrentPerson person(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return account == null || row.getBoolean("staff")
        ? null
        : new CurrentPerson(
            new AccountId(account),
            row.getTimestamp("signed_in_at").toInstant(),
            row.getBoolean("strict"),
            row.getObject("visit", UUID.class));
  }

  private static @Nullable StaffPass staff(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return account == null || !row.getBoolean("staff")
        ? null
        : new StaffPass(
            new StaffId(account),
            row.getTimestamp("signed_in_at").toInstant(),
            row.getObject("visit", UUID.class));
  }

  /**
   * The site is part of what is digested, so that an id taken from one force's host opens nothing
   * on another's, and still no force stands in the table.
   */
  private static byte[] digest(@Nullable String id) {
    return Digests.sha256(ForceBinding.ifBound().map(ForceId::value).orElse(0) + "/" + id);
  }
}
