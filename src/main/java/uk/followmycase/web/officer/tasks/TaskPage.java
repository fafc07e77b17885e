package uk.followmycase.web.officer.tasks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.AccessDesk.Danger;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Decisions.By;
import uk.followmycase.cases.desk.Decisions.Question;
import uk.followmycase.cases.desk.Decisions.Way;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.cases.desk.TaskAnswer;
import uk.followmycase.cases.desk.TaskDesk.Shown;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.frame.plan.PlanForm;

/**
 * One task.
 *
 * @param question what is to be decided; null when nothing is
 * @param danger what two people must look at before it opens; null when nothing is left to open, or
 *     it is not theirs to look at
 * @param once of this form alone
 * @param typed what stood in the form when it could not be taken
 * @param faults by field, keys of their words
 * @param stale whether something changed while the form was filled in
 * @param by what a colleague has decided meanwhile; null when none has
 */
record TaskPage(
    Shown task,
    @Nullable Question question,
    @Nullable Danger danger,
    Handle once,
    Map<String, String> typed,
    Map<String, String> faults,
    boolean stale,
    @Nullable By by) {

  static TaskPage of(Shown task, @Nullable Question question) {
    return new TaskPage(task, question, null, Handle.random(), Map.of(), Map.of(), false, null);
  }

  TaskPage failed(Map<String, String> typedIn, Map<String, String> wrong) {
    return new TaskPage(task, question, danger, once, typedIn, wrong, stale, by);
  }

  TaskPage stale(Map<String, String> typedIn, @Nullable By decided) {
    return new TaskPage(task, question, danger, once, typedIn, faults, true, decided);
  }

  /** The same with what danger has shut. */
  TaskPage shut(@Nullable Danger found) {
    return new TaskPage(task, question, found, once, typed, faults, stale, by);
  }

  /** What was typed into a form that is not on the page any more. */
  List<String> left() {
    return Stream.of(
            answering() ? "" : typed("note"),
            secondLook() ? "" : typed("second-note"),
            seesTo() ? "" : typed("pass-on-note"))
        .filter(text -> !text.isBlank())
        .toList();
  }

  private boolean answering() {
    return question != null || offersAnswers();
  }

  /** Whether it can be said what became of it. */
  boolean offersAnswers() {
    return question == null && seesTo() && !answers().isEmpty();
  }

  /** Whether the reader may take it, pass it on or say what became of it. */
  boolean seesTo() {
    return task.live() && !task.proposed() && task.answerable() && !task.line().kind().noticed();
  }

  private boolean secondLook() {
    return asks() || confirms() || sendsBack();
  }

  /** Whether a second person can be asked for. */
  boolean asks() {
    return danger != null && !task.proposed() && !danger.own();
  }

  /** Whether the reader is the second person, and sees what the first one saw. */
  boolean confirms() {
    return danger != null && task.confirmable() && !danger.moved() && !danger.own();
  }

  /** Whether what was asked for can only be sent back. */
  boolean sendsBack() {
    return danger != null
        && task.proposed()
        && !confirms()
        && (task.confirmable() || danger.moved());
  }

  /** What was typed into a field. */
  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Whether something was chosen. */
  boolean chose(String field, String value) {
    return List.of(typed(field).split(",")).contains(value);
  }

  /** How the person may be reached: as typed, or to begin with what an officer said before. */
  PlanForm plan() {
    return typed.isEmpty() && question != null
        ? PlanForm.of(begins(question))
        : new PlanForm(typed);
  }

  /** No channel is chosen beforehand that leads to somebody else, too. */
  private static Plan begins(Question question) {
    var said = question.said().getOrDefault(Source.OFFICER, Plan.NONE);
    var offered = EnumSet.allOf(Channel.class);
    offered.removeIf(channel -> !question.offers(channel) || !said.channels().contains(channel));
    return new Plan(
        offered,
        said.times(),
        said.discreet(),
        said.noLink(),
        said.voicemail(),
        said.sharedDevice() || question.contacts().stream().anyMatch(Way::shared),
        said.paused(),
        said.reviewOn(),
        said.language(),
        said.zones());
  }

  /** Answers that the kind offers to the reader. */
  List<TaskAnswer> answers() {
    return TaskAnswer.of(task.line().kind()).stream()
        .filter(answer -> danger != null || answer.act() == Act.ANSWER_TASK)
        .toList();
  }

  /** Roles that a task can be left to: a task gives nobody a right. */
  List<StaffRole> roles() {
    var act = task.line().kind().act();
    return Arrays.stream(StaffRole.values())
        .filter(role -> DeskPolicy.STANDING.everAllows(Set.of(role), act))
        .toList();
  }

  /** Where its forms go. */
  String address(String form) {
    return ShowTasks.ADDRESS + "/" + task.line().handle() + "/" + form;
  }

  /** Where the person's own page stands. */
  String person() {
    return "/desk/cases/" + task.caseHandle() + "/people/" + task.person();
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
