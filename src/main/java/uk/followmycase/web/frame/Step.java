package uk.followmycase.web.frame;

import static uk.followmycase.tenancy.Stage.ASSESSING;
import static uk.followmycase.tenancy.Stage.CLOSED;
import static uk.followmycase.tenancy.Stage.COURT;
import static uk.followmycase.tenancy.Stage.DECIDING;
import static uk.followmycase.tenancy.Stage.ELSEWHERE;
import static uk.followmycase.tenancy.Stage.INVESTIGATING;
import static uk.followmycase.tenancy.Stage.REPORTED;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Stage;

/** A step on the way of a case. */
public record Step(Stage stage, State state) {

  private static final List<Stage> USUAL =
      List.of(REPORTED, ASSESSING, INVESTIGATING, DECIDING, COURT, CLOSED);
  private static final List<Stage> WITHOUT_COURT =
      List.of(REPORTED, ASSESSING, INVESTIGATING, DECIDING, CLOSED);
  private static final List<Stage> HANDED_ON = List.of(REPORTED, ASSESSING, ELSEWHERE);

  /** The whole way, with the step where the case is now. */
  public static List<Step> way(Stage now, @Nullable String outcome) {
    var way = stages(now, outcome);
    var here = way.indexOf(now);
    return way.stream().map(stage -> new Step(stage, state(way.indexOf(stage), here))).toList();
  }

  /** Key of a stage's words. */
  public static String key(Stage stage) {
    return "stage." + stage.name().toLowerCase(Locale.ROOT);
  }

  /** Key of this step's name: nobody knows yet whether a case will come to a court. */
  public String name() {
    return key(stage) + (stage == COURT && state == State.LATER ? ".perhaps" : ".name");
  }

  private static List<Stage> stages(Stage now, @Nullable String outcome) {
    if (now == ELSEWHERE) {
      return HANDED_ON;
    }
    var charged = outcome != null && outcome.matches("1[A-Z]?");
    return now == CLOSED && !charged ? WITHOUT_COURT : USUAL;
  }

  private static State state(int step, int here) {
    return step < here ? State.DONE : step == here ? State.NOW : State.LATER;
  }

  /** Where a step lies seen from the case. */
  public enum State {
    DONE,
    NOW,
    LATER;

    /** End of the key of its words, and of its style. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
