package uk.followmycase.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.tenancy.ForceBinding;

/** Reads the trail by keys, never by counting: the thousandth page costs what the first did. */
@Component
class TrailRows {

  static final String OF_CASE =
      """
      with page as (
        select distinct at, entry_id from police.audit_subject
        where force_id = :force and case_id = :case and at >= :from and at < :to and (at, entry_id) < (:at, :id)
        order by at desc, entry_id desc limit :most)
      select e.at, e.id, e.actor_kind, e.actor_id, e.action, e.recipient, e.detail, array[:case::uuid] as cases
      from page join police.audit_entry e on e.force_id = :force and e.at = page.at and e.id = page.entry_id
      order by e.at desc, e.id desc
      """;

  static final String BY_ACCOUNT =
      """
      with page as (
        select at, id, actor_kind, actor_id, action, recipient, detail from police.audit_entry
        where force_id = :force and actor_kind in ('OFFICER', 'PERSON') and actor_kind = :kind and actor_id = :actor
          and at >= :from and at < :to and (at, id) < (:at, :id)
        order by at desc, id desc limit :most)
      select page.*, array(
        select distinct s.case_id from police.audit_subject s
        where s.force_id = :force and s.person_acting = :account::uuid and s.at = page.at and s.entry_id = page.id) as cases
      from page order by at desc, id desc
      """;

  private static final String BY_PROGRAM =
      """
      select at, id, actor_kind, actor_id, action, recipient, detail, array[]::uuid[] as cases from police.audit_entry
      where force_id = :force and actor_kind = :kind and actor_id = :actor
        and at >= :from and at < :to and (at, id) < (:at, :id)
      order by at desc, id desc limit :most
      """;

  private final JdbcClient jdbc;

  TrailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line and its place. */
  record Row(UUID id, TrailLine line) {}

  /** Lines before a place, the latest first. */
  List<Row> before(TrailQuestion question, TrailMark mark, int most) {
    var statement =
        switch (question.about()) {
          case About.Case one -> jdbc.sql(OF_CASE).param("case", one.id());
          case About.By(Actor actor) ->
              jdbc.sql(account(actor) ? BY_ACCOUNT : BY_PROGRAM).params(who(actor));
        };
    return statement
        .param("force", ForceBinding.current().value())
        .param("from", utc(question.from()))
        .param("to", utc(question.to()))
        .param("at", utc(mark.at()))
        .param("id", mark.id())
        .param("most", most)
        .query(TrailRows::row)
        .list();
  }

  private static boolean account(Actor actor) {
    return Accounts.id(actor).isPresent();
  }

  private static Map<String, Object> who(Actor actor) {
    return account(actor)
        ? Map.of("kind", actor.kind().name(), "actor", actor.id(), "account", actor.id())
        : Map.of("kind", actor.kind().name(), "actor", actor.id());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var line =
        new TrailLine(
            row.getTimestamp("at").toInstant(),
            new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
            AuditAction.valueOf(row.getString("action")),
            row.getObject("recipient", UUID.class),
            row.getString("detail"),
            List.of((UUID[]) row.getArray("cases").getArray()));
    return new Row(row.getObject("id", UUID.class), line);
  }
}
