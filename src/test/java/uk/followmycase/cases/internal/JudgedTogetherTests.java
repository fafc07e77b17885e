package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;

/** A case that is told of in the batch in which its collision comes or goes. */
@SpringBootTest
class JudgedTogetherTests {

  private static final String VICTIM = "43260005001";
  private static final String SUSPECT = "43260005002";
  private static final String PHONE = "07700 900555";

  @Autowired CaseFiles files;
  @Autowired Forces forces;

  @Test
  void whatIsToldInTheBatchCountsAndNotWhatStoodBefore() {
    receive(victim(1, Set.of()), suspect(1, true));
    assertThat(standing()).isEqualTo(Standing.NEEDS_PERSON);

    receive(victim(2, Set.of(Flag.DOMESTIC_ABUSE)), suspect(2, false));

    assertThat(standing()).isNotEqualTo(Standing.ELIGIBLE_STANDARD);
    assertThat(flagsHeld()).contains(Flag.DOMESTIC_ABUSE);

    receive(victim(3, Set.of()), suspect(3, true));
    assertThat(standing()).isEqualTo(Standing.NEEDS_PERSON);
    receive(victim(4, Set.of()), suspect(4, false));
    assertThat(standing()).isEqualTo(Standing.ELIGIBLE_STANDARD);
  }

  private static WholeCase victim(long version, Set<Flag> flags) {
    var people = List.of(Reports.victim("V", PHONE, "v5@example.com"));
    var told = Reports.version(version, people, List.of(), Stage.INVESTIGATING);
    return Reports.at(VICTIM, Reports.recorded(told, "028/01", flags));
  }

  private static WholeCase suspect(long version, boolean withPhone) {
    var others = withPhone ? List.of(Reports.suspect(PHONE)) : List.<Mark>of();
    return Reports.at(SUSPECT, Reports.version(version, List.of(), others, Stage.INVESTIGATING));
  }

  private void receive(Report... reports) {
    ForceBinding.run(force(), () -> files.receive("records", List.of(reports)));
  }

  private Standing standing() {
    return held().people().getFirst().judged().standing();
  }

  private Set<Flag> flagsHeld() {
    return Objects.requireNonNull(held().state()).flags();
  }

  private CaseFiles.Held held() {
    return ForceBinding.call(
        force(), () -> files.held("records", new CaseReference(VICTIM, VICTIM)).orElseThrow());
  }

  private ForceId force() {
    return forces.bySlug("thames-valley").orElseThrow().id();
  }
}
