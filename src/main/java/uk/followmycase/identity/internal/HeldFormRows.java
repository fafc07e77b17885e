package uk.followmycase.identity.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Held forms, sealed, swept out by whoever comes next. */
@Component
class HeldFormRows implements HeldForms {

  static final Duration DAY = Duration.ofDays(1);

  private static final String PLACE = "police.held_form";
  private static final int MOST_BYTES = 200_000;

  private final JdbcClient jdbc;
  private final FormAuthors authors;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  HeldFormRows(JdbcClient jdbc, FormAuthors authors, ForceKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.authors = authors;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String author(StaffMember who) {
    return authors.write(who.id());
  }

  @Override
  public Optional<StaffId> authorOf(String written) {
    return authors.read(written);
  }

  @Override
  @Transactional
  public Optional<Handle> keep(StaffId author, HeldForm form) {
    var clear = json.writeValueAsBytes(form);
    if (clear.length > MOST_BYTES) {
      return Optional.empty();
    }
    var same = keys.blind("held-form", new String(clear, StandardCharsets.UTF_8));
    makeRoom(author, same);
    var handle = Handle.random();
    jdbc.sql(
            """
            insert into police.held_form (force_id, id, account, form, kept_at, sealed)
            values (:force, :id, :account, :form, :now, :sealed)""")
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .param("account", author.value())
        .param("form", same)
        .param("now", Timestamp.from(clock.instant()))
        .param("sealed", keys.seal(PLACE, handle.value(), clear))
        .update();
    return Optional.of(handle);
  }

  @Override
  @Transactional
  public Optional<HeldForm> find(StaffMember who, Handle handle) {
    return jdbc.sql(
            """
            select sealed from police.held_form
            where force_id = :force and id = :id and account = :account and kept_at > :oldest""")
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .param("account", who.id().value())
        .param("oldest", oldest())
        .query(byte[].class)
        .optional()
        .map(bytes -> keys.open(PLACE, handle.value(), bytes))
        .map(clear -> json.readValue(clear, HeldForm.class));
  }

  @Override
  @Transactional
  public List<Waiting> waiting(StaffId who) {
    return jdbc.sql(
            """
            select id, kept_at from police.held_form
            where force_id = :force and account = :account and kept_at > :oldest
            order by kept_at desc""")
        .param("force", ForceBinding.current().value())
        .param("account", who.value())
        .param("oldest", oldest())
        .query(
            (row, number) ->
                new Waiting(
                    new Handle(row.getObject(1, UUID.class)), row.getTimestamp(2).toInstant()))
        .list();
  }

  @Override
  @Transactional
  public void forget(StaffMember who, Handle handle) {
    jdbc.sql(
            """
            delete from police.held_form
            where force_id = :force and id = :id and account = :account""")
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .param("account", who.id().value())
        .update();
  }

  /** Takes out what has had its day, the very same form, and the oldest of too many. */
  private void makeRoom(StaffId author, byte[] same) {
    jdbc.sql(
            """
            delete from police.held_form
            where force_id = :force and (kept_at <= :oldest
              or (account = :account and (form = :form or id in (
                select id from police.held_form where force_id = :force and account = :account
                order by kept_at desc offset :most))))""")
        .param("force", ForceBinding.current().value())
        .param("account", author.value())
        .param("form", same)
        .param("oldest", oldest())
        .param("most", MOST - 1)
        .update();
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(DAY));
  }
}
