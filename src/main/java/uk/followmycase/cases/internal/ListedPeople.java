package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.tenancy.keys.DataKey;

/** What a list of cases says of the people on them: of victims their names, of others nothing. */
@Repository
class ListedPeople {

  static final String ON =
      """
      select p.case_id, p.id, case when p.role = 'VICTIM' then p.words end, v.standing = :held, g.state = :shut
      from police.case_person p
        join police.verdict v on v.force_id = p.force_id and v.person_id = p.id
        left join police.grant_access g on g.force_id = p.force_id and g.person_id = p.id
      where p.case_id = any (:cases) and not p.gone
      order by p.case_id, p.id
      """;

  private final JdbcClient jdbc;

  ListedPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By case, whose words open with their keys. */
  Map<UUID, List<Listed>> on(Map<UUID, DataKey> keys) {
    var byCase = new HashMap<UUID, List<Listed>>();
    if (!keys.isEmpty()) {
      jdbc.sql(ON)
          .param("cases", Columns.ids(keys.keySet()))
          .param("held", Standing.NEEDS_PERSON.name())
          .param("shut", AccessState.SUSPENDED.name())
          .query((RowCallbackHandler) row -> add(row, keys, byCase));
    }
    return byCase;
  }

  private static void add(ResultSet row, Map<UUID, DataKey> keys, Map<UUID, List<Listed>> byCase)
      throws SQLException {
    var caseId = row.getObject(1, UUID.class);
    var key = Objects.requireNonNull(keys.get(caseId));
    var name = name(key, row.getObject(2, UUID.class), row.getBytes(3));
    byCase
        .computeIfAbsent(caseId, first -> new ArrayList<>())
        .add(new Listed(name, row.getBoolean(4), row.getBoolean(5)));
  }

  private static @Nullable String name(DataKey key, UUID person, byte @Nullable [] words) {
    return words == null
        ? null
        : Words.open(key, person, words, Words.Person.PLACE, Words.Person.class).name();
  }

  /**
   * Somebody on a case.
   *
   * @param victim their name; null for others, and where it is not known
   * @param held whether they wait for a decision
   * @param shut whether they are shut out
   */
  record Listed(@Nullable String victim, boolean held, boolean shut) {}
}
