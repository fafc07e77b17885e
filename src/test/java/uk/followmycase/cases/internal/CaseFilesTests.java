package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.internal.Reports.added;
import static uk.followmycase.cases.internal.Reports.version;
import static uk.followmycase.cases.internal.Reports.withdrawn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.Answer.Effect;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.Report;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

@SpringBootTest
class CaseFilesTests {

  @Autowired CaseFiles files;
  @Autowired Forces forces;

  @Test
  void aCaseIsStoredOnceAndToldBack() {
    bound(
        () -> {
          assertThat(receive(version(2, "u1"), added("u2"), withdrawn("u1")))
              .extracting(answer -> ((Answer.Held) answer).effect())
              .containsExactly(Effect.ACCEPTED, Effect.ACCEPTED, Effect.ACCEPTED);
          assertThat(receive(version(2, "u1"), added("u2"), withdrawn("u1"), version(1)))
              .extracting(answer -> ((Answer.Held) answer).effect())
              .containsExactly(
                  Effect.UNCHANGED, Effect.UNCHANGED, Effect.UNCHANGED, Effect.SUPERSEDED);
          var held = files.held("records", Reports.REFERENCE).orElseThrow();
          assertThat(held.version()).isEqualTo(2);
          assertThat(held.withdrawn()).isEqualTo(1);
          assertThat(held.updates()).extracting(Report.Update::id).containsExactly("u2");
        });
  }

  private List<Answer> receive(Report... reports) {
    return files.receive("records", List.of(reports));
  }

  private void bound(Runnable work) {
    ForceBinding.run(forces.all().getFirst().id(), work);
  }
}
