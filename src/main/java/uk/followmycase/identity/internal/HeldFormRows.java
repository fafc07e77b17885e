package uk.followmycase.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Held forms, sealed, swept out by whoever comes next. */
@Component
class HeldFormRows implements HeldForms {

  private static final String PLACE = "police.held_form";
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_BYTES = 200_000;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  HeldFormRows(JdbcClient jdbc, ForceKeys keys, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Handle> keep(StaffMember who, HeldForm form) {
    var clear = json.writeValueAsBytes(form);
    if (clear.length > MOST_BYTES) {
      return Optional.empty();
    }
    sweep();
    var handle = Handle.random();
    jdbc.sql(
            """
            insert into police.held_form (force_id, id, account, kept_at, sealed)
            values (:force, :id, :account, :now, :sealed)""")
        .param("force", ForceBinding.current().value())
        .param("id", handle.value())
        .param("account", who.id().value())
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

  private void sweep() {
    jdbc.sql("delete from police.held_form where force_id = :force and kept_at <= :oldest")
        .param("force", ForceBinding.current().value())
        .param("oldest", oldest())
        .update();
  }

  private Timestamp oldest() {
    return Timestamp.from(clock.instant().minus(DAY));
  }
}
