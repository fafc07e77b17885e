package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.desk.TaskKind.ACCESS_SUSPENDED;
import static uk.followmycase.cases.desk.TaskKind.CODES_SPENT;
import static uk.followmycase.cases.desk.TaskKind.NEEDS_A_PERSON;
import static uk.followmycase.cases.desk.TaskKind.VICTIM_NOT_TOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.MachineClients.Scope;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.support.RecordsSystem.Answer;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** A system of the force's own lists, takes, answers and releases tasks in its officers' names. */
@IdentityTest
class TasksApiTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(100);
  private static final String CLIENT = "officers-at-work";

  @LocalServerPort int port;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired Grants grants;
  @Autowired Tasks opening;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private Force force;
  private RecordsSystem records;
  private RecordsSystem work;
  private String reference;
  private String collar;

  @BeforeEach
  void aCaseOfItsOwn() {
    force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(port, clients, force.id(), "tasks-records");
    work = new RecordsSystem(port, clients, force.id(), CLIENT, Set.of(Scope.TASKS));
    reference = Told.reference();
    collar = "TA" + NUMBERS.incrementAndGet();
    var told = Told.whole(reference, 1).replace("PC4711", collar);
    assertThat(records.put(told).said()).isEqualTo("accepted");
  }

  @Test
  void anOfficerTakesAndAnswersThroughTheClientAndTheTrailSaysSo() {
    var task = waits(VICTIM_NOT_TOLD);
    var taken = act(task, "take", 1, "");
    assertThat(taken.json().get("state").asString()).isEqualTo("taken");
    assertThat(taken.json().get("version").asInt()).isEqualTo(2);
    var answered =
        act(task, "answer", 2, ", \"answer\": \"told-in-person\", \"note\": \"At home.\"");
    assertThat(answered.json().get("state").asString()).isEqualTo("answered");
    assertThat(work.get("/api/v1/tasks/" + task).json().get("state").asString())
        .isEqualTo("answered");
    assertThat(trail(task)).contains("OFFICER TASK_ANSWERED victim-not-told through " + CLIENT);
    assertThat(trail(task)).contains("RECORDS_SYSTEM TASKS_DISCLOSED ");
  }

  @Test
  void whoIsSecondIsToldHowItStands() {
    var task = waits(VICTIM_NOT_TOLD);
    act(task, "take", 1, "");
    var late = act(task, "answer", 1, ", \"answer\": \"told-by-letter\"");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.said()).isEqualTo("/problems/task-changed");
    assertThat(late.body()).contains("Version 2 is taken");
    assertThat(act(task, "release", 2, "").json().get("state").asString()).isEqualTo("open");
    assertThat(act(task, "answer", 3, ", \"answer\": \"told-by-letter\"").status()).isEqualTo(200);
    assertThat(act(task, "take", 4, "").said()).isEqualTo("/problems/task-changed");
  }

  @Test
  void theSameCallAgainGetsTheSameAnswer() {
    var task = waits(VICTIM_NOT_TOLD);
    var key = UUID.randomUUID().toString();
    var first = act(task, "take", 1, "", "Idempotency-Key", key);
    assertThat(first.status()).isEqualTo(200);
    assertThat(act(task, "take", 1, "", "Idempotency-Key", key).body()).isEqualTo(first.body());
    assertThat(act(task, "release", 2, "", "Idempotency-Key", key).said())
        .isEqualTo("/problems/idempotency-key-reused");
    var other = waits(CODES_SPENT);
    assertThat(act(other, "take", 1, "", "Idempotency-Key", key).said())
        .as("the same body for another task")
        .isEqualTo("/problems/idempotency-key-reused");
  }

  @Test
  void anOfficerWithoutAPartInTheCaseFindsNothing() {
    var task = waits(VICTIM_NOT_TOLD);
    var stranger = "{\"officer\": \"XX1\", \"version\": 1}";
    assertThat(work.post("/api/v1/tasks/" + task + "/take", stranger).said())
        .isEqualTo("/problems/unknown-task");
    assertThat(act("AAAAAAAAAAAAAAAAAAAAAA", "take", 1, "").status()).isEqualTo(404);
    assertThat(act("nothing", "take", 1, "").status()).isEqualTo(404);
    var elsewhere = forces.bySlug("humberside").orElseThrow();
    var theirs =
        new RecordsSystem(port, clients, elsewhere.id(), "their-officers", Set.of(Scope.TASKS));
    var body = "{\"officer\": \"%s\", \"version\": 1}".formatted(collar);
    assertThat(theirs.post("/api/v1/tasks/" + task + "/take", body).status()).isEqualTo(404);
    assertThat(theirs.get("/api/v1/tasks/" + task).status()).isEqualTo(404);
  }

  @Test
  void whatWantsADecisionIsLeftToTheDesk() {
    var task = waits(NEEDS_A_PERSON);
    assertThat(work.get("/api/v1/tasks/" + task).json().get("answers").isEmpty()).isTrue();
    var refused = act(task, "answer", 1, ", \"answer\": \"told-by-letter\"");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.said()).isEqualTo("/problems/at-the-desk");
    var suspended = waits(ACCESS_SUSPENDED);
    assertThat(work.get("/api/v1/tasks/" + suspended).json().get("answers").isEmpty()).isTrue();
    var stays = act(suspended, "answer", 1, ", \"answer\": \"stays-suspended\"");
    assertThat(stays.said()).as("not one officer's to say").isEqualTo("/problems/at-the-desk");
  }

  @Test
  void openOnesAreListedByDuePageByPage() {
    var tasks = new ArrayList<>(List.of(waits(VICTIM_NOT_TOLD), waits(CODES_SPENT)));
    act(tasks.getFirst(), "take", 1, "");
    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page =
          work.get("/api/v1/tasks?limit=1&kind=victim-not-told&kind=codes-spent" + after).json();
      page.get("tasks").forEach(task -> seen.add(task.get("id").asString()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
    } while (!after.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().containsAll(tasks);
    assertThat(ids("taken=true")).contains(tasks.get(0)).doesNotContain(tasks.get(1));
    assertThat(ids("taken=false")).contains(tasks.get(1)).doesNotContain(tasks.get(0));
    assertThat(ids("kind=codes-spent")).contains(tasks.get(1)).doesNotContain(tasks.get(0));
    assertThat(ids("dueBefore=2026-01-01T00:00:00Z")).isEmpty();
    act(tasks.getFirst(), "answer", 2, ", \"answer\": \"told-by-letter\"");
    assertThat(ids("kind=victim-not-told")).doesNotContain(tasks.getFirst());
  }

  @Test
  void goingOnAfterATaskThatNeverWasIsRefusedAndIsNotTheEnd() {
    var refused = work.get("/api/v1/tasks?after=" + Handle.random());
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.said()).isEqualTo("/problems/invalid");
    assertThat(refused.body())
        .contains("\"/after\"", "Send `next` of the page before, or leave it out to start anew");
    var last = waits(CODES_SPENT);
    act(last, "take", 1, "");
    act(last, "answer", 2, ", \"answer\": \"not-to-be-told\"");
    assertThat(work.get("/api/v1/tasks?after=" + last + "&dueBefore=2026-01-01T00:00:00Z").status())
        .as("one that has ended meanwhile")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=unknown",
        "taken=maybe",
        "limit=0",
        "limit=101",
        "after=x",
        "dueBefore=soon"
      })
  void aQueryThatMakesNoSenseIsRefused(String query) {
    var refused = work.get("/api/v1/tasks?" + query);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.said()).isEqualTo("/problems/invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"officer\": \"TA1\"}",
        "{\"officer\": \"a name\", \"version\": 1}",
        "{\"officer\": \"TA1\", \"version\": 0}",
        "{\"officer\": \"TA1\", \"version\": 99999999999}",
        "{\"officer\": \"TA1\", \"version\": 1, \"force\": 2}"
      })
  void aBodyThatMakesNoSenseIsRefused(String body) {
    var refused = work.post("/api/v1/tasks/" + waits(VICTIM_NOT_TOLD) + "/take", body);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
  }

  @Test
  void eachClientIsForItsOwnPart() {
    assertThat(records.get("/api/v1/tasks").status()).isEqualTo(403);
    assertThat(records.post("/api/v1/tasks/x/take", "{}").status()).isEqualTo(403);
    assertThat(work.get("/api/v1/feed").status()).isEqualTo(403);
    assertThat(work.put(Told.least(reference, 2)).status()).isEqualTo(403);
    assertThat(work.get("/api/v1/case?reference=" + reference).status()).isEqualTo(403);
  }

  /** What the trail has of the task's case. */
  private List<String> trail(String task) {
    return ForceBinding.call(
        force.id(),
        () ->
            transactions.execute(
                status ->
                    jdbc.sql(
                            """
                            select e.actor_kind || ' ' || e.action || ' ' || coalesce(e.detail, '')
                            from police.audit_entry e
                              join police.audit_subject s on s.entry_id = e.id
                              join police.task t on t.case_id = s.case_id
                            where t.handle = :task""")
                        .param("task", Handle.parse(task).orElseThrow().value())
                        .query(String.class)
                        .list()));
  }

  private List<String> ids(String query) {
    var ids = new ArrayList<String>();
    work.get("/api/v1/tasks?limit=100&" + query)
        .json()
        .get("tasks")
        .forEach(task -> ids.add(task.get("id").asString()));
    return ids;
  }

  private Answer act(String task, String what, int version, String more, String... headers) {
    var body = "{\"officer\": \"%s\", \"version\": %d%s}".formatted(collar, version, more);
    return work.post("/api/v1/tasks/" + task + "/" + what, body, headers);
  }

  private String waits(TaskKind kind) {
    ForceBinding.run(
        force.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  var person = grants.personBySource(reference, "N-1").orElseThrow();
                  var way = Objects.requireNonNull(grants.reachable(List.of(person)).get(person));
                  opening.open(Need.of(kind, way.caseId().value(), person.value(), null));
                }));
    for (var task : work.get("/api/v1/tasks?limit=100&kind=" + kind.key()).json().get("tasks")) {
      if (task.get("reference").asString().equals(reference)) {
        return task.get("id").asString();
      }
    }
    throw new IllegalStateException("The task is not listed");
  }
}
