package uk.followmycase.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.desk.Decisions.By;
import uk.followmycase.cases.desk.Decisions.Decided;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** Decisions about people, each for good. */
@Repository
class DecisionRows {

  private static final String ADD =
      """
      insert into police.decision (force_id, id, person_id, case_id, once, outcome, grounds, staff, second, decided_at, words)
      values (police.bound_force(), :id, :person, :case, :once, :outcome, string_to_array(:grounds, E'\\n'),
        :staff, :second, :now, :words)
      on conflict (force_id, once) do nothing
      """;

  private static final String LATEST =
      """
      select id, outcome, decided_at, words from police.decision
      where person_id = :person order by id desc limit 1
      """;

  private static final String ABOUT =
      """
      select c.handle, p.handle from police.case_person p
        join police.case_file c on c.force_id = p.force_id and c.id = p.case_id
      where p.id = :person
      """;

  private final JdbcClient jdbc;

  DecisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this form has been sent before. */
  boolean add(Made made, DataKey key, Instant now) {
    var id = Handle.rowId();
    var added =
        jdbc.sql(ADD)
            .param("id", id)
            .param("person", made.personId())
            .param("case", made.caseId())
            .param("once", made.once().value())
            .param("outcome", made.decision().outcome().name())
            .param("grounds", String.join("\n", made.decision().grounds().lines()))
            .param("staff", made.staff())
            .param("second", made.second())
            .param("now", Timestamp.from(now))
            .param("words", Words.seal(key, id, made.words()))
            .update();
    return added > 0;
  }

  /** That a decision about somebody stands. */
  Decided.Ok about(UUID person, boolean paused) {
    return jdbc.sql(ABOUT)
        .param("person", person)
        .query((row, number) -> new Decided.Ok(paused, handle(row, 1), handle(row, 2)))
        .single();
  }

  private static Handle handle(ResultSet row, int column) throws SQLException {
    return new Handle(row.getObject(column, UUID.class));
  }

  /** Whether this form has been sent before. */
  boolean has(Handle once) {
    return jdbc.sql("select 1 from police.decision where once = :once")
        .param("once", once.value())
        .query()
        .optionalValue()
        .isPresent();
  }

  /** The last one about somebody. */
  Optional<By> latest(UUID person, DataKey key) {
    return jdbc.sql(LATEST)
        .param("person", person)
        .query(
            (row, number) -> {
              var words =
                  Words.open(
                      key,
                      row.getObject(1, UUID.class),
                      row.getBytes(4),
                      Words.Decision.PLACE,
                      Words.Decision.class);
              return new By(
                  words.who(),
                  Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
                  Decision.Outcome.APPROVED.name().equals(row.getString(2)),
                  words.note());
            })
        .optional();
  }

  /** A decision to be kept. */
  record Made(
      UUID personId,
      UUID caseId,
      Handle once,
      Decision decision,
      UUID staff,
      @Nullable UUID second,
      Words.Decision words) {}
}
