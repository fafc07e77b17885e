package uk.followmycase.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Requests to take a part of the trail out. */
@Component
class ExportRows {

  private static final String PLACE = "police.trail_export";
  private static final String DECIDER = "police.trail_export.decider";
  private static final int MOST_ALIKE = 50;

  /** Each has an index of its own, in this order. */
  static final String WAITING =
      """
      select id, asked_by, asked_at, case_id, actor_kind, actor_id, from_at, to_at, sealed,
        decider, decided_at, approved
      from police.trail_export
      where force_id = :force and approved is null and (asked_at, id) < (:at, :id)
      order by asked_at desc, id desc limit :most""";

  static final String DECIDED =
      """
      select id, asked_by, asked_at, case_id, actor_kind, actor_id, from_at, to_at, sealed,
        decider, decided_at, approved
      from police.trail_export
      where force_id = :force and approved is not null and (asked_at, id) < (:at, :id)
      order by asked_at desc, id desc limit :most""";

  /** 0x4F555421: "OUT!", so that no other advisory lock of the product is meant. */
  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(x'4F555421'::int, hashtext(police.bound_force() || '/' || :by::text))) locked";

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  ExportRows(JdbcClient jdbc, ForceKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** What is sealed. */
  record Words(String reason, String name, @Nullable String collarNumber) {}

  /** Who asked so and waits; whoever asks twice at the same moment finds their own. */
  List<Export> waiting(Requester by, TrailQuestion question) {
    jdbc.sql(LOCK).param("by", by.actor().id()).query(Integer.class).single();
    return jdbc.sql(
            """
            select id, asked_by, asked_at, case_id, actor_kind, actor_id, from_at, to_at, sealed,
              decider, decided_at, approved
            from police.trail_export
            where force_id = :force and asked_by = :by::uuid and approved is null and from_at = :from and to_at = :to
              and case_id is not distinct from :case and actor_kind is not distinct from :kind
              and actor_id is not distinct from :actor
            order by asked_at desc limit :most""")
        .param("by", by.actor().id())
        .param("most", MOST_ALIKE)
        .params(of(question))
        .query(this::export)
        .list();
  }

  Handle insert(Requester by, TrailQuestion question, String reason) {
    var handle = Handle.random();
    var words = new Words(reason, by.name(), by.collarNumber());
    jdbc.sql(
            """
            insert into police.trail_export
              (force_id, id, asked_by, asked_at, case_id, actor_kind, actor_id, from_at, to_at, sealed)
            values (:force, :id, :by::uuid, :now, :case, :kind, :actor, :from, :to, :sealed)""")
        .param("id", handle.value())
        .param("by", by.actor().id())
        .param("now", Timestamp.from(clock.instant()))
        .params(of(question))
        .param("sealed", keys.seal(PLACE, handle.value(), json.writeValueAsBytes(words)))
        .update();
    return handle;
  }

  private static Map<String, @Nullable Object> of(TrailQuestion question) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("force", ForceBinding.current().value());
    values.put("case", question.about() instanceof About.Case(var id) ? id : null);
    values.put("kind", question.about() instanceof About.By(Actor a) ? a.kind().name() : null);
    values.put("actor", question.about() instanceof About.By(Actor a) ? a.id() : null);
    values.put("from", Timestamp.from(question.from()));
    values.put("to", Timestamp.from(question.to()));
    return values;
  }

  /** Those that wait for a decision, then the others, the latest of each first. */
  List<Export> from(ExportMark mark, int most) {
    if (mark.decided()) {
      return some(DECIDED, mark.mark(), most);
    }
    var waiting = some(WAITING, mark.mark(), most);
    return Stream.concat(
            waiting.stream(), some(DECIDED, TrailMark.START, most - waiting.size()).stream())
        .toList();
  }

  private List<Export> some(String which, TrailMark mark, int most) {
    if (most == 0) {
      return List.of();
    }
    return jdbc.sql(which)
        .param("force", ForceBinding.current().value())
        .param("at", mark.at().atOffset(ZoneOffset.UTC))
        .param("id", mark.id())
        .param("most", most)
        .query(this::export)
        .list();
  }

  /** The request; whoever decides on it waits here for others. */
  Optional<Export> hold(Handle handle) {
    return jdbc.sql(
            """
            select id, asked_by, asked_at, case_id, actor_kind, actor_id, from_at, to_at, sealed,
              decider, decided_at, approved
            from police.trail_export where force_id = :force and id = :id for update""")
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .query(this::export)
        .optional();
  }

  void decide(Handle handle, Requester by, boolean approve) {
    jdbc.sql(
            """
            update police.trail_export
            set decided_by = :by::uuid, decided_at = :now, approved = :approved, decider = :decider
            where force_id = :force and id = :id""")
        .param("by", by.actor().id())
        .param("now", Timestamp.from(clock.instant()))
        .param("approved", approve)
        .param("decider", keys.seal(DECIDER, handle.value(), json.writeValueAsBytes(by.name())))
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .update();
  }

  private Export export(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var words = json.readValue(keys.open(PLACE, id, row.getBytes("sealed")), Words.class);
    var asker = new Actor(Actor.Kind.OFFICER, row.getString("asked_by"));
    var decider = row.getBytes("decider");
    return new Export(
        new Handle(id),
        question(row),
        new Requester(asker, words.name(), words.collarNumber()),
        row.getTimestamp("asked_at").toInstant(),
        words.reason(),
        decider == null ? null : json.readValue(keys.open(DECIDER, id, decider), String.class),
        at(row.getTimestamp("decided_at")),
        row.getObject("approved", Boolean.class));
  }

  private static @Nullable Instant at(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static TrailQuestion question(ResultSet row) throws SQLException {
    var file = row.getObject("case_id", UUID.class);
    return new TrailQuestion(
        file == null ? new About.By(actor(row)) : new About.Case(file),
        row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("to_at").toInstant());
  }

  private static Actor actor(ResultSet row) throws SQLException {
    return new Actor(
        Actor.Kind.valueOf(Objects.requireNonNull(row.getString("actor_kind"))),
        Objects.requireNonNull(row.getString("actor_id")));
  }
}
