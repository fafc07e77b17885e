package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.internal.PersonRow.HeldPerson;
import uk.followmycase.eligibility.PersonFacts.Role;

/** The people on cases. */
@Repository
class PersonRows {

  private static final String HELD =
      """
      select id, case_id, source_digest, body_digest, role, gone, safe_digests, represents
      from police.case_person where case_id = any (:cases)
      """;

  private static final String WRITE =
      """
      insert into police.case_person (force_id, id, case_id, source_digest, body_digest, role, gone,
        text_safe, email_safe, shared, enhanced, wish, safe_digests, unsafe_digests, name_digest, words)
      select police.bound_force(), told.*
      from unnest(:ids, :cases, :sources, :bodies, :roles, :gone, :texts, :emails, :shared, :enhanced, :wishes, :safe, :unsafe, :names, :words) as told
      on conflict (force_id, id) do update
      set body_digest = excluded.body_digest, role = excluded.role, gone = excluded.gone,
        text_safe = excluded.text_safe, email_safe = excluded.email_safe, shared = excluded.shared,
        enhanced = excluded.enhanced, wish = excluded.wish, safe_digests = excluded.safe_digests,
        unsafe_digests = excluded.unsafe_digests, name_digest = excluded.name_digest, words = excluded.words
      """;

  private final JdbcClient jdbc;

  PersonRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<HeldPerson> held(Collection<UUID> cases) {
    return jdbc.sql(HELD)
        .param("cases", Columns.ids(cases))
        .query((row, number) -> held(row))
        .list();
  }

  /** The row id of somebody who is still on the case. */
  Optional<UUID> id(UUID caseId, Digest source) {
    return held(List.of(caseId)).stream()
        .filter(person -> person.source().equals(source) && !person.gone())
        .map(HeldPerson::id)
        .findAny();
  }

  void write(List<PersonRow> rows) {
    var columns = new Columns<>(rows);
    jdbc.sql(WRITE)
        .param("ids", columns.uuids(PersonRow::id))
        .param("cases", columns.uuids(PersonRow::caseId))
        .param("sources", columns.bytes(row -> row.source().bytes()))
        .param("bodies", columns.bytes(PersonRow::body))
        .param("roles", columns.texts(row -> row.role().name()))
        .param("gone", columns.flags(PersonRow::gone))
        .param("texts", columns.flags(PersonRow::text))
        .param("emails", columns.flags(PersonRow::email))
        .param("shared", columns.flags(PersonRow::shared))
        .param("enhanced", columns.flags(PersonRow::enhanced))
        .param("wishes", columns.texts(PersonRow::wish))
        .param("safe", columns.bytes(PersonRow::safe))
        .param("unsafe", columns.bytes(PersonRow::unsafe))
        .param("names", columns.bytes(PersonRow::name))
        .param("words", columns.bytes(PersonRow::words))
        .update();
  }

  private static HeldPerson held(ResultSet row) throws SQLException {
    return new HeldPerson(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Digest.of(row.getBytes(3)),
        row.getBytes(4),
        Role.valueOf(row.getString(5)),
        row.getBoolean(6),
        row.getBytes(7),
        row.getObject(8, UUID.class));
  }
}
