package uk.followmycase.cases.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A page of open cases by what is due first.
 *
 * @param of whose they are
 * @param others lists that can be had besides
 * @param number of the page, from one
 * @param total of cases on all pages
 */
public record Worklist(Of of, List<Of> others, int number, int total, List<Line> lines) {

  /** Cases on one page. */
  public static final int PAGE = 25;

  /** How many pages there are; one at least. */
  public int pages() {
    return Math.max(1, (total + PAGE - 1) / PAGE);
  }

  /** Whose cases. */
  public enum Of {
    /** One's own and those one covers. */
    OFFICER,
    /** Those of the units that one answers for. */
    UNITS,
    /** Those with somebody who is held. */
    HELD;
  }

  /**
   * A case.
   *
   * @param offence class of the offence; null for an incident
   * @param officer collar number; null when there is none
   * @param victims names of the victims on it
   * @param held people who wait for a decision
   * @param suspended people who are shut out
   * @param updatedAt the last time that its victims were told anything; null when never
   * @param dueOn when they should next be told something
   * @param overdue whether that day has passed
   */
  public record Line(
      Handle handle,
      String reference,
      @Nullable String offence,
      Stage stage,
      @Nullable String officer,
      List<String> victims,
      int held,
      int suspended,
      @Nullable Instant updatedAt,
      LocalDate dueOn,
      boolean overdue) {}
}
