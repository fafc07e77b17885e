package uk.followmycase.cases.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.followmycase.cases.desk.MachineTasks;
import uk.followmycase.tenancy.keys.Handle;

/** Tasks for systems that a force's officers work in. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi implements TasksDocument {

  private final Limits limits;
  private final Bodies bodies;
  private final ReadTaskWish reading;
  private final TaskCalls calls;
  private final MachineTasks tasks;
  private final WireJson json;

  TasksApi(
      Limits limits,
      Bodies bodies,
      ReadTaskWish reading,
      TaskCalls calls,
      MachineTasks tasks,
      WireJson json) {
    this.limits = limits;
    this.bodies = bodies;
    this.reading = reading;
    this.calls = calls;
    this.tasks = tasks;
    this.json = json;
  }

  @Override
  @GetMapping
  public ResponseEntity<byte[]> listTasks(
      @RequestParam(required = false) @Nullable List<String> kind,
      @RequestParam(required = false) @Nullable String dueBefore,
      @RequestParam(required = false) @Nullable String taken,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit,
      Authentication caller) {
    limits.call(caller.getName());
    var wanted = reading.wanted(new ReadTaskWish.Asked(kind, dueBefore, taken, after, limit));
    var found = tasks.list(caller.getName(), wanted).orElseThrow(ReadTaskWish::unknownPageBefore);
    var next = found.more() ? found.tasks().getLast().handle().toString() : null;
    return RecordsApi.json(
        json.bytes(new TaskBody.Page(found.tasks().stream().map(TaskBody::of).toList(), next)));
  }

  @Override
  @GetMapping("/{task}")
  public ResponseEntity<byte[]> getTask(@PathVariable String task, Authentication caller) {
    limits.call(caller.getName());
    return tasks
        .show(caller.getName(), known(task))
        .map(found -> RecordsApi.json(json.bytes(TaskBody.of(found))))
        .orElseThrow(() -> Refusal.of(Problem.UNKNOWN_TASK));
  }

  @Override
  @PostMapping("/{task}/take")
  public ResponseEntity<byte[]> takeTask(
      @PathVariable String task,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, TaskWishBody.Take.class, faults);
    return calls.act(key, body, reading.take(caller.getName(), known(task), body, faults));
  }

  @Override
  @PostMapping("/{task}/answer")
  public ResponseEntity<byte[]> answerTask(
      @PathVariable String task,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, TaskWishBody.Answer.class, faults);
    return calls.act(key, body, reading.answer(caller.getName(), known(task), body, faults));
  }

  @Override
  @PostMapping("/{task}/release")
  public ResponseEntity<byte[]> releaseTask(
      @PathVariable String task,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, TaskWishBody.Release.class, faults);
    return calls.act(key, body, reading.release(caller.getName(), known(task), body, faults));
  }

  private static Handle known(String task) {
    return Handle.parse(task).orElseThrow(() -> Refusal.of(Problem.UNKNOWN_TASK));
  }
}
