package uk.followmycase.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.web.frame.Step.State;

class StepTests {

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyCaseIsAtExactlyOneStep(Stage now) {
    assertThat(Step.way(now, null))
        .filteredOn(step -> step.state() == State.NOW)
        .extracting(Step::stage)
        .containsExactly(now);
  }

  @Test
  void whatLiesBehindIsDoneAndTheRestIsNot() {
    assertThat(Step.way(Stage.INVESTIGATING, null))
        .extracting(Step::state)
        .containsExactly(State.DONE, State.DONE, State.NOW, State.LATER, State.LATER, State.LATER);
  }

  @Test
  void nobodyPromisesACourt() {
    assertThat(Step.way(Stage.REPORTED, null))
        .extracting(Step::name)
        .contains("stage.court.perhaps")
        .doesNotContain("stage.court.name");
  }

  @Test
  void aFinishedCaseWasAtCourtOnlyIfSomebodyWasCharged() {
    assertThat(Step.way(Stage.CLOSED, "18")).extracting(Step::stage).doesNotContain(Stage.COURT);
    assertThat(Step.way(Stage.CLOSED, null)).extracting(Step::stage).doesNotContain(Stage.COURT);
    assertThat(Step.way(Stage.CLOSED, "1A")).extracting(Step::stage).contains(Stage.COURT);
    assertThat(Step.way(Stage.CLOSED, "1")).extracting(Step::stage).contains(Stage.COURT);
  }

  @Test
  void whatAnotherOrganisationDealsWithLeavesOurWay() {
    assertThat(Step.way(Stage.ELSEWHERE, "20"))
        .extracting(Step::stage)
        .containsExactly(Stage.REPORTED, Stage.ASSESSING, Stage.ELSEWHERE);
  }
}
