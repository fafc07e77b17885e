package uk.followmycase.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.Stage;

/**
 * A case as its records system has it, without people and timeline.
 *
 * @param offence Home Office classification {@code nnn/nn}
 * @param outcome outcome type {@code 0}–{@code 22} with variants such as {@code 1A}
 * @param occurredFrom day in the force's zone, as the other days
 */
public record CaseState(
    Kind kind,
    @Nullable String offence,
    @Nullable String cjsCode,
    Set<Flag> flags,
    Stage stage,
    @Nullable String outcome,
    @Nullable LocalDate outcomeOn,
    @Nullable LocalDate occurredFrom,
    @Nullable LocalDate occurredTo,
    @Nullable LocalDate reportedOn,
    @Nullable Area area,
    @Nullable String report,
    List<String> property,
    @Nullable Officer officer) {

  /** Sorts of case files. */
  public enum Kind {
    CRIME,
    INCIDENT
  }

  /**
   * Where.
   *
   * @param code the force's own, which rules may name
   * @param name as people know it
   */
  public record Area(String code, @Nullable String name) {}

  /** The officer in the case. */
  public record Officer(
      String collarNumber, String name, @Nullable String unit, @Nullable String email) {

    public Officer {
      collarNumber = CollarNumber.of(collarNumber);
    }
  }
}
