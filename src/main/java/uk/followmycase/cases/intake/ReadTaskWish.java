package uk.followmycase.cases.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.MachineTasks.Move;
import uk.followmycase.cases.desk.MachineTasks.Wanted;
import uk.followmycase.cases.desk.MachineTasks.Wish;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk.Seen;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.keys.Handle;

/** Reads what systems want of tasks; each reading throws a refusal that tells all that is wrong. */
@Component
class ReadTaskWish {

  static final int MOST = 100;

  private static final String NOT_OURS = "Not from an answer of ours";
  private static final String START_AGAIN =
      "Send `next` of the page before, or leave it out to start anew";
  private static final int USUAL = 50;
  private static final int LONGEST_NOTE = 1_000;
  private static final Pattern COLLAR = Pattern.compile("[A-Za-z0-9]{1,10}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

  /** What stands in the query. */
  record Asked(
      @Nullable List<String> kind,
      @Nullable String dueBefore,
      @Nullable String taken,
      @Nullable String after,
      @Nullable String limit) {}

  Wanted wanted(Asked asked) {
    var faults = new Faults();
    var at = new Field("", faults);
    var kinds = kinds(asked.kind(), at.at("kind"));
    var before = at.at("dueBefore").moment(asked.dueBefore());
    var taken = taken(asked.taken(), at.at("taken"));
    var after = after(asked.after(), at.at("after"));
    var most = most(asked.limit(), at.at("limit"));
    refuse(faults);
    return new Wanted(kinds, before, taken, after, most);
  }

  Wish take(String client, Handle task, TaskWishBody.Take body, Faults faults) {
    return wish(client, task, body, new Move.Take(), faults);
  }

  Wish answer(String client, Handle task, TaskWishBody.Answer body, Faults faults) {
    var at = new Field("", faults);
    var advice = "Give one of the task's answers";
    var written = at.at("answer").required(body.answer(), advice);
    var answer = written == null ? Optional.<TaskAnswer>empty() : TaskAnswer.ofKey(written);
    if (written != null && answer.isEmpty()) {
      at.at("answer").fault("Unknown word", advice);
    }
    var note = note(body.note(), at);
    var move = answer.<Move>map(one -> new Move.Answer(one, note)).orElseGet(Move.Take::new);
    return wish(client, task, body, move, faults);
  }

  Wish release(String client, Handle task, TaskWishBody.Release body, Faults faults) {
    var note = note(body.note(), new Field("", faults));
    return wish(client, task, body, new Move.Release(note), faults);
  }

  private static Wish wish(
      String client, Handle task, TaskWishBody body, Move move, Faults faults) {
    var at = new Field("", faults);
    var advice = "Give a collar number of 1 to 10 letters and digits";
    var officer = at.at("officer");
    var collar = officer.matching(officer.required(body.officer(), advice), COLLAR, advice);
    var version =
        at.at("version").required(body.version(), "Give the task's version as you saw it");
    if (version != null && (version < 1 || version > Integer.MAX_VALUE)) {
      at.at("version").fault("No such version", "Give the task's version as you saw it");
    }
    refuse(faults);
    if (collar == null || version == null) {
      throw Refusal.of(Problem.INVALID, faults);
    }
    return new Wish(
        client, CollarNumber.of(collar), new Seen(task, Math.toIntExact(version)), move);
  }

  private static String note(@Nullable String written, Field at) {
    var note = at.at("note").optionalText(written, LONGEST_NOTE);
    return note == null ? "" : note;
  }

  private static Set<TaskKind> kinds(@Nullable List<String> written, Field at) {
    var kinds = EnumSet.noneOf(TaskKind.class);
    for (var one : written == null ? List.<String>of() : written) {
      Stream.of(TaskKind.values())
          .filter(kind -> kind.key().equals(one))
          .findFirst()
          .ifPresentOrElse(kinds::add, () -> at.fault("Unknown word", "Give kinds of tasks"));
    }
    return kinds;
  }

  private static @Nullable Boolean taken(@Nullable String written, Field at) {
    if (written == null || written.equals("true") || written.equals("false")) {
      return written == null ? null : Boolean.valueOf(written);
    }
    at.fault("Neither yes nor no", "Give true or false, or leave it out");
    return null;
  }

  /** Whoever goes on after a task that never was would take an empty page for the end. */
  static Refusal unknownPageBefore() {
    return Refusal.of(Problem.INVALID, new Fault("/after", NOT_OURS, START_AGAIN));
  }

  private static @Nullable Handle after(@Nullable String written, Field at) {
    if (written == null) {
      return null;
    }
    var handle = Handle.parse(written);
    if (handle.isEmpty()) {
      at.fault(NOT_OURS, START_AGAIN);
    }
    return handle.orElse(null);
  }

  private static int most(@Nullable String written, Field at) {
    if (written == null) {
      return USUAL;
    }
    if (!NUMBER.matcher(written).matches() || Integer.parseInt(written) > MOST) {
      at.fault("No such number", "Give 1 to " + MOST);
      return USUAL;
    }
    return Integer.parseInt(written);
  }

  private static void refuse(Faults faults) {
    if (!faults.none()) {
      throw Refusal.of(Problem.INVALID, faults);
    }
  }
}
