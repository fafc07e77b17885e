package uk.followmycase.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.CaseTrail;

/** Reads what was written about a case, by its own index. */
@Component
final class JdbcCaseTrail implements CaseTrail {

  private static final String ABOUT =
      """
      select e.at, e.actor_kind, e.action, s.person_id
      from police.audit_subject s
        join police.audit_entry e on e.force_id = s.force_id and e.at = s.at and e.id = s.entry_id
      where s.case_id = :case and e.action = any (:actions)
      order by s.at desc, s.entry_id desc limit :most
      """;

  private final JdbcClient jdbc;

  JdbcCaseTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Noted> about(UUID caseId, Set<AuditAction> actions, int most) {
    var names = actions.stream().map(Enum::name).toArray(String[]::new);
    return jdbc.sql(ABOUT)
        .param("case", caseId)
        .param("actions", new SqlArrayValue("text", (Object[]) names))
        .param("most", most)
        .query((row, number) -> noted(row))
        .list();
  }

  private static Noted noted(ResultSet row) throws SQLException {
    return new Noted(
        Objects.requireNonNull(row.getTimestamp(1)).toInstant(),
        Actor.Kind.valueOf(row.getString(2)),
        AuditAction.valueOf(row.getString(3)),
        row.getObject(4, UUID.class));
  }
}
