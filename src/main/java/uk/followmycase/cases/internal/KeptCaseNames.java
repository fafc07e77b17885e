package uk.followmycase.cases.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Opens of a case its reference alone. */
@Repository
class KeptCaseNames implements CaseNames {

  private static final String NAMED =
      """
      select c.id, c.handle, c.words, k.wrapped,
      """
          + Ties.CONFLICT
          + """
          from police.case_file c left join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
          where c.force_id = police.bound_force() and c.id = any (:ids::uuid[])
          """;

  private static final String AT =
      "select id from police.case_file where force_id = police.bound_force() and handle = :handle";

  private final JdbcClient jdbc;
  private final CaseRows rows;
  private final Asking asking;
  private final Looks looks;
  private final ForceKeys keys;

  KeptCaseNames(JdbcClient jdbc, CaseRows rows, Asking asking, Looks looks, ForceKeys keys) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.asking = asking;
    this.looks = looks;
    this.keys = keys;
  }

  @Override
  @Transactional
  public Optional<Named> called(StaffMember reader, CaseReference reference) {
    return rows.id(Told.digest(reference.normalised(), keys)).flatMap(id -> named(reader, id));
  }

  @Override
  @Transactional
  public Optional<Named> at(StaffMember reader, Handle handle) {
    return jdbc.sql(AT)
        .param("handle", handle.value())
        .query(UUID.class)
        .optional()
        .flatMap(id -> named(reader, id));
  }

  @Override
  @Transactional
  public Map<UUID, Named> of(StaffMember reader, Collection<UUID> cases) {
    return cases.isEmpty()
        ? Map.of()
        : found(reader, cases).stream()
            .filter(found -> !found.conflict())
            .map(Found::named)
            .collect(toMap(named -> named.id().value(), identity()));
  }

  @Override
  @Transactional
  public boolean closedTo(StaffMember reader, UUID caseId) {
    var closed = found(reader, List.of(caseId)).stream().anyMatch(Found::conflict);
    if (closed) {
      looks.refused(reader, caseId, Act.SEE_TRAIL, true);
    }
    return closed;
  }

  private Optional<Named> named(StaffMember reader, UUID id) {
    var found = found(reader, List.of(id)).stream().findFirst();
    if (found.isPresent() && found.get().conflict()) {
      looks.refused(reader, id, Act.SEE_TRAIL, true);
      return Optional.empty();
    }
    return found.map(Found::named);
  }

  private List<Found> found(StaffMember reader, Collection<UUID> ids) {
    return jdbc.sql(NAMED)
        .params(asking.as(reader))
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, number) -> new Found(read(row), row.getBoolean(5)))
        .list();
  }

  /** A case, and whether a conflict keeps it from the reader. */
  private record Found(Named named, boolean conflict) {}

  private Named read(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var sealed = row.getBytes(3);
    var wrapped = row.getBytes(4);
    var reference =
        sealed == null || wrapped == null
            ? ""
            : Words.open(keys.dataKey(id, wrapped), id, sealed, Words.File.PLACE, Words.File.class)
                .reference();
    return new Named(new CaseId(id), new Handle(row.getObject(2, UUID.class)), reference);
  }
}
