package uk.followmycase.cases.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static uk.followmycase.cases.webhook.WebhookTest.NEW_KEY;
import static uk.followmycase.cases.webhook.WebhookTest.OLD_KEY;
import static uk.followmycase.cases.webhook.WebhookTest.RECEIVER;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.cases.desk.MachineTasks.State;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.events.TasksChanged;
import uk.followmycase.cases.events.TasksChanged.Changed;
import uk.followmycase.cases.webhook.Receiver.Heard;
import uk.followmycase.cases.webhook.Receiver.Manner;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** A force's system is told of every change of a task, whatever befalls it or us meanwhile. */
@WebhookTest
class WebhookTests {

  private static final Instant DUE = Instant.parse("2026-11-24T17:00:00Z");

  @Autowired Forces forces;
  @Autowired TransactionTemplate transactions;
  @Autowired ApplicationEventPublisher events;
  @Autowired TaskEventHeads heads;
  @Autowired TaskEventRows rows;
  @Autowired Sweeping sweeping;
  @Autowired JdbcClient jdbc;

  private final Handle task = Handle.random();
  private ForceId force;

  @BeforeEach
  void quiet() {
    force = forces.bySlug("thames-valley").orElseThrow().id();
    RECEIVER.forget();
    RECEIVER.now(Manner.HEARS);
  }

  @AfterEach
  void nothingIsLeft() {
    RECEIVER.now(Manner.HEARS);
    await().until(() -> left() == 0);
  }

  @Test
  void aChangeIsToldAndSignedByBothKeysAndIsAboutNobody() {
    changes(State.TAKEN);
    var heard = heard(1).getFirst();
    var body = JsonMapper.shared().readTree(heard.body());
    assertThat(body.get("type").asString()).isEqualTo("task.changed");
    assertThat(body.get("data").propertyNames())
        .containsExactlyInAnyOrder("task", "version", "kind", "state", "dueAt");
    assertThat(body.get("data").get("task").asString()).isEqualTo(task.toString());
    assertThat(body.get("data").get("kind").asString()).isEqualTo("victim-not-told");
    assertThat(body.get("data").get("state").asString()).isEqualTo("taken");
    var headers = HttpHeaders.of(heard.headers(), (name, value) -> true);
    for (var key : List.of(OLD_KEY, NEW_KEY)) {
      assertThatCode(() -> new Webhook(key).verify(heard.body(), headers))
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> new Webhook(OLD_KEY).verify(heard.body() + " ", headers))
        .hasMessageContaining("No matching signature");
  }

  /** Whoever is looked at reads along in the officers' own system. */
  @ParameterizedTest
  @EnumSource(
      value = TaskKind.class,
      names = {"GLASS_BROKEN", "UNUSUAL_BROWSING"})
  void thatSomebodyWasNoticedIsNotTold(TaskKind kind) {
    changes(new Changed(Handle.random(), 1, kind, State.OPEN, DUE));
    assertThat(left()).isZero();
    changes(State.GONE);
    assertThat(heard(1)).hasSize(1);
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    ForceBinding.run(
        force,
        () ->
            transactions.executeWithoutResult(
                status -> {
                  events.publishEvent(changed(State.OPEN));
                  status.setRollbackOnly();
                }));
    changes(State.GONE);
    assertThat(heard(1).getFirst().body()).contains("gone");
    assertThat(RECEIVER.heard()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"FAILS", "STALLS", "REDIRECTS", "HANGS_UP"})
  void whatWasNotHeardIsToldAgainUnderTheSameId(Manner manner) {
    RECEIVER.now(manner);
    changes(State.OPEN);
    await().until(() -> RECEIVER.heard().size() >= 2);
    RECEIVER.now(Manner.HEARS);
    await().until(() -> left() == 0);
    assertThat(RECEIVER.heard())
        .extracting(Heard::id)
        .containsOnly(RECEIVER.heard().getFirst().id());
    assertThat(RECEIVER.heard()).extracting(Heard::path).containsOnly("/hook");
  }

  @Test
  void whatADeadInstanceHadLeasedIsToldByAnother() {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into plumbing.task_event_head (force_id, id, due_at, made_at, leased_until, token, tries)
            values (:force, :id, now() - interval '1 minute', now() - interval '1 minute',
              clock_timestamp() + interval '1 second', 1, 0)""")
        .param("force", force.value())
        .param("id", id)
        .update();
    ForceBinding.run(
        force,
        () ->
            transactions.executeWithoutResult(
                status ->
                    jdbc.sql(
                            """
                            insert into police.task_event (force_id, id, task, version, kind, state, due_at, made_at)
                            values (:force, :id, :task, 1, 'VICTIM_NOT_TOLD', 'OPEN', now(), now())""")
                        .param("force", force.value())
                        .param("id", id)
                        .param("task", task.value())
                        .update()));
    assertThat(RECEIVER.heard()).as("while the lease runs").isEmpty();
    assertThat(heard(1).getFirst().id()).isEqualTo(new Handle(id).toString());
  }

  @Test
  void whoLostTheLeaseChangesNothing() {
    RECEIVER.now(Manner.FAILS);
    changes(State.OPEN);
    await().until(() -> !RECEIVER.heard().isEmpty());
    var id = Handle.parse(RECEIVER.heard().getFirst().id()).orElseThrow().value();
    var late = new TaskEventHeads.Lease(force, id, -1, 0, Instant.EPOCH);
    assertThat(heads.remove(late)).isFalse();
    heads.park(late, Instant.EPOCH);
    assertThat(left()).isEqualTo(1);
  }

  @Test
  void whatNobodyHearsForAWeekIsParked() {
    RECEIVER.now(Manner.FAILS);
    changes(State.OPEN);
    await().until(() -> !RECEIVER.heard().isEmpty());
    jdbc.sql("update plumbing.task_event_head set made_at = now() - interval '8 days'").update();
    await().until(() -> heads.backlog().parked() == 1);
    assertThat(left()).isZero();
    jdbc.sql("update plumbing.task_event_head set parked_at = null, made_at = now()").update();
  }

  @Test
  void aForceWithoutASystemTellsNobody() {
    var other = forces.bySlug("humberside").orElseThrow().id();
    ForceBinding.run(
        other,
        () ->
            transactions.executeWithoutResult(
                status -> events.publishEvent(new TasksChanged(other, List.of(one(State.OPEN))))));
    changes(State.OPEN);
    assertThat(heard(1)).hasSize(1);
    assertThat(left()).isZero();
  }

  @Test
  void whatAForceIsNotToldAnyMoreIsForgotten() {
    var other = forces.bySlug("humberside").orElseThrow().id();
    ForceBinding.run(
        other,
        () -> transactions.executeWithoutResult(status -> rows.add(List.of(one(State.OPEN)))));
    assertThat(left()).isEqualTo(1);
    sweeping.sweep();
    assertThat(left()).isZero();
    ForceBinding.run(
        other,
        () ->
            transactions.executeWithoutResult(
                status ->
                    assertThat(
                            jdbc.sql("select count(*) from police.task_event")
                                .query(Integer.class)
                                .single())
                        .isZero()));
  }

  @Test
  void addressesInsideAreNotCalled() {
    var careful = new Caller(settings(false));
    var message = new Message("id", Instant.now(), "{}");
    for (var host : List.of("127.0.0.1", "localhost", "[::1]")) {
      var url = URI.create(RECEIVER.url().replace("127.0.0.1", host));
      assertThat(careful.call(url, message, "v1,x").code()).as(host).isEqualTo("address-refused");
    }
    for (var host : List.of("169.254.169.254", "10.0.0.1", "192.168.1.1", "[fd00::1]", "0.0.0.0")) {
      var url = URI.create("http://" + host + ":9/hook");
      assertThat(careful.call(url, message, "v1,x").code()).as(host).isEqualTo("address-refused");
    }
    assertThat(RECEIVER.heard()).isEmpty();
    assertThat(new Caller(settings(true)).call(URI.create(RECEIVER.url()), message, "v1,x"))
        .isInstanceOf(Answer.Heard.class);
  }

  private static WebhookSettings settings(boolean inside) {
    var moment = Duration.ofMillis(500);
    return new WebhookSettings(
        true, inside, moment, 1, moment, moment, moment, moment, moment, moment, moment);
  }

  private void changes(State state) {
    changes(one(state));
  }

  private void changes(Changed one) {
    var changed = new TasksChanged(force, List.of(one));
    ForceBinding.run(
        force, () -> transactions.executeWithoutResult(status -> events.publishEvent(changed)));
  }

  private TasksChanged changed(State state) {
    return new TasksChanged(force, List.of(one(state)));
  }

  private Changed one(State state) {
    return new Changed(task, 2, TaskKind.VICTIM_NOT_TOLD, state, DUE);
  }

  private List<Heard> heard(int count) {
    await().until(() -> RECEIVER.heard().size() >= count && left() == 0);
    return RECEIVER.heard();
  }

  /** What waits to be told. */
  private long left() {
    return heads.backlog().waiting();
  }
}
