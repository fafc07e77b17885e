package uk.followmycase.cases.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.desk.MachineTasks;
import uk.followmycase.cases.desk.MachineTasks.Did;
import uk.followmycase.cases.desk.MachineTasks.Once;
import uk.followmycase.cases.desk.MachineTasks.Open;
import uk.followmycase.cases.desk.MachineTasks.Wish;
import uk.followmycase.cases.desk.TaskAnswer;

/** Does what a system wants of a task, once for a key where there is one, and words the answer. */
@Component
class TaskCalls {

  private final MachineTasks tasks;
  private final Canonical canonical;
  private final KeyedCalls keyed;
  private final WireJson json;

  TaskCalls(MachineTasks tasks, Canonical canonical, KeyedCalls keyed, WireJson json) {
    this.tasks = tasks;
    this.canonical = canonical;
    this.keyed = keyed;
    this.json = json;
  }

  ResponseEntity<byte[]> act(@Nullable String key, Record body, Wish wish) {
    return RecordsApi.json(key == null ? worded(tasks.act(wish)) : once(key, body, wish));
  }

  private byte[] once(String key, Record body, Wish wish) {
    return switch (tasks.actOnce(call(key, body, wish), wish, this::worded)) {
      case Once.Done(var answer) -> answer;
      case Once.Refused(var why) -> throw refusal(why);
      case Once.InFlight running -> throw KeyedCalls.inFlight();
      case Once.KeyReused reused -> throw KeyedCalls.reused();
    };
  }

  private CaseFiles.Call call(String key, Record body, Wish wish) {
    var content =
        body.getClass().getSimpleName() + " " + wish.seen().task() + " " + canonical.of(body);
    return keyed.of(wish.client(), key, content);
  }

  private byte[] worded(Did did) {
    return did instanceof Did.Ok(var now) ? worded(now) : refused(did);
  }

  private byte[] worded(Open now) {
    return json.bytes(TaskBody.of(now));
  }

  private static byte[] refused(Did why) {
    throw refusal(why);
  }

  private static Refusal refusal(Did why) {
    return switch (why) {
      case Did.Ok done -> throw new IllegalStateException("It was done");
      case Did.NotThere() -> Refusal.of(Problem.UNKNOWN_TASK);
      case Did.Changed(var now) ->
          Refusal.of(
              Problem.TASK_CHANGED,
              new Fault(
                  "/version",
                  "Version %d is %s".formatted(now.version(), TaskBody.of(now).state()),
                  "Get the task again and look whether anything is left to do"));
      case Did.AtTheDesk() ->
          Refusal.of(
              Problem.AT_THE_DESK,
              new Fault(
                  "",
                  "It wants a decision, a second person or a fresh sign-in",
                  "Let somebody with the task's role do it at the force's desk"));
      case Did.OtherAnswers(var answers) ->
          Refusal.of(
              Problem.INVALID, new Fault("/answer", "Not an answer of its kind", give(answers)));
    };
  }

  private static String give(List<TaskAnswer> answers) {
    return answers.stream()
        .map(TaskAnswer::key)
        .collect(Collectors.joining(", ", "Give one of: ", ""));
  }
}
