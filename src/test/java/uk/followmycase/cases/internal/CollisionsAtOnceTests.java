package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;

/**
 * A victim in one case and a suspect in another, told in the same instant, never miss each other.
 */
@SpringBootTest
class CollisionsAtOnceTests {

  private static final int ROUNDS = 15;

  @Autowired CaseFiles files;
  @Autowired Forces forces;

  @Test
  void neitherOrderNorTheSameInstantHidesACollision() throws Exception {
    var force = forces.bySlug("thames-valley").orElseThrow();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < ROUNDS; round++) {
        var phone = "07700 9003%02d".formatted(round);
        var victim = "4326%07d".formatted(7000 + round);
        var suspect = "4326%07d".formatted(8000 + round);
        var together = new CyclicBarrier(2);
        var told = new ArrayList<Future<?>>();
        for (var report : List.of(victim(victim, phone), suspect(suspect, phone))) {
          told.add(
              threads.submit(
                  () -> {
                    together.await();
                    ForceBinding.run(force.id(), () -> files.receive("records", List.of(report)));
                    return null;
                  }));
        }
        for (var each : told) {
          each.get();
        }
        assertThat(standing(force, victim)).as("round %d", round).isEqualTo(Standing.NEEDS_PERSON);
      }
    }
  }

  private Standing standing(Force force, String reference) {
    var held =
        ForceBinding.call(
            force.id(),
            () -> files.held("records", new CaseReference(reference, reference)).orElseThrow());
    return held.people().getFirst().judged().standing();
  }

  private static Report victim(String reference, String phone) {
    var people = List.of(Reports.victim("V", phone, "v@example.com"));
    return Reports.at(reference, Reports.version(1, people, List.of(), Stage.INVESTIGATING));
  }

  private static Report suspect(String reference, String phone) {
    var others = List.of(Reports.suspect(phone));
    return Reports.at(reference, Reports.version(1, List.of(), others, Stage.INVESTIGATING));
  }
}
