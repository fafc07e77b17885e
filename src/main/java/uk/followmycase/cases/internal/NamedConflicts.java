package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Conflicts in PostgreSQL: digests to compare, words sealed with the force's key. */
@Service
@Transactional
class NamedConflicts implements Conflicts {

  static final String PLACE = "police.conflict";

  private static final int LONGEST = 300;
  private static final Pattern COLLAR = Pattern.compile("[A-Za-z0-9]{1,10}");

  private static final String STANDING =
      """
      select id, handle, kind, words, said_at, collar_number from police.conflict
      where lifted_at is null and (staff = :staff or collar_number = :collar)
      order by said_at, id
      """;

  private static final String NAME =
      """
      insert into police.conflict (force_id, id, handle, staff, collar_number, kind, digest, words, said_by, said_at)
      values (police.bound_force(), :id, :handle, :staff, :collar, :kind, :digest, :words, :by, :now)
      """;

  /** Neither one's own account nor one's own collar number. */
  private static final String LIFT =
      """
      update police.conflict set lifted_at = :now, lifted_by = :by
      where handle = :handle and lifted_at is null
        and staff is distinct from :by and collar_number is distinct from :collar
      """;

  private final JdbcClient jdbc;
  private final Marks marks;
  private final ForceKeys keys;
  private final AuditTrail trail;
  private final Clock clock;

  NamedConflicts(JdbcClient jdbc, Marks marks, ForceKeys keys, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.marks = marks;
    this.keys = keys;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Conflict> own(StaffMember who) {
    return standing(who.id().value(), Asking.collar(who));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Conflict> of(StaffMember who, String collarNumber) {
    return Rights.may(who, Act.ADD_CONFLICT) && COLLAR.matcher(collarNumber).matches()
        ? standing(new UUID(0, 0), collarNumber)
        : List.of();
  }

  private List<Conflict> standing(UUID staff, String collar) {
    return jdbc.sql(STANDING)
        .param("staff", staff)
        .param("collar", collar)
        .query((row, number) -> conflict(row))
        .list();
  }

  @Override
  public Outcome declare(StaffMember who, Kind kind, String written) {
    return Rights.may(who, Act.DECLARE_CONFLICT)
        ? name(who, who.id().value(), null, kind, written)
        : Outcome.NOT_ALLOWED;
  }

  @Override
  public Outcome add(StaffMember who, String collarNumber, Kind kind, String written) {
    return Rights.may(who, Act.ADD_CONFLICT) && COLLAR.matcher(collarNumber).matches()
        ? name(who, null, collarNumber, kind, written)
        : Outcome.NOT_ALLOWED;
  }

  private Outcome name(
      StaffMember by, @Nullable UUID staff, @Nullable String collar, Kind kind, String written) {
    var said = written.strip();
    var digest = said.isEmpty() || said.length() > LONGEST ? null : digest(kind, said);
    if (digest == null) {
      return Outcome.NOT_READABLE;
    }
    var id = Handle.rowId();
    jdbc.sql(NAME)
        .param("id", id)
        .param("handle", Handle.random().value())
        .param("staff", staff)
        .param("collar", collar)
        .param("kind", kind.name())
        .param("digest", digest)
        .param("words", keys.seal(PLACE, id, Words.bytes(new Said(said))))
        .param("by", by.id().value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    note(by, AuditAction.CONFLICT_NAMED, kind + (collar == null ? " own" : " for " + collar));
    return Outcome.KEPT;
  }

  private byte @Nullable [] digest(Kind kind, String written) {
    return switch (kind) {
      case NAME -> marks.name(written);
      case PHONE -> marks.contact(CollisionRegister.Kind.PHONE, written);
      case EMAIL -> marks.contact(CollisionRegister.Kind.EMAIL, written);
      case ADDRESS -> marks.contact(CollisionRegister.Kind.ADDRESS, written);
    };
  }

  @Override
  public boolean lift(StaffMember who, Handle conflict) {
    var lifted = Rights.may(who, Act.LIFT_CONFLICT) && lifted(who, conflict);
    if (lifted) {
      note(who, AuditAction.CONFLICT_LIFTED, conflict.toString());
    }
    return lifted;
  }

  private boolean lifted(StaffMember who, Handle conflict) {
    return jdbc.sql(LIFT)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", who.id().value())
            .param("handle", conflict.value())
            .param("collar", Asking.collar(who))
            .update()
        == 1;
  }

  private void note(StaffMember who, AuditAction action, String detail) {
    trail.record(new AuditEntry(who.actor(), action, List.of(), null, detail));
  }

  private Conflict conflict(ResultSet row) throws SQLException {
    var said =
        Words.read(keys.open(PLACE, row.getObject(1, UUID.class), row.getBytes(4)), Said.class);
    return new Conflict(
        new Handle(row.getObject(2, UUID.class)),
        Kind.valueOf(row.getString(3)),
        said.written(),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
        row.getString(6));
  }

  private record Said(String written) {}
}
