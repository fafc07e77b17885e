package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** The demo's cases are right by every force's own settings and rules, and twice is once. */
@IdentityTest
class ExampleCasesTests {

  @Autowired Forces forces;
  @Autowired ReadLine reading;
  @Autowired StoredChunk storing;

  @Test
  void everyForceHasSomebodyToInviteSomebodyStrictSomebodyHeldAndAClosedCase()
      throws java.io.IOException {
    for (var force : forces.all()) {
      var slug = force.slug();
      var answers = ForceBinding.call(force.id(), () -> tell(slug));
      assertThat(answers).as(slug).extracting(AnswerBody::result).containsOnly("accepted");
      assertThat(answers.stream().flatMap(a -> a.people().stream()))
          .as(slug)
          .extracting(p -> p.standing() + " " + p.proof())
          .contains("eligible standard", "eligible strict", "held null", "not_eligible null");
      assertThat(answers).as(slug).allSatisfy(a -> assertThat(a.notes()).isEmpty());
      assertThat(ForceBinding.call(force.id(), () -> tell(slug)))
          .extracting(AnswerBody::result)
          .containsOnly("unchanged");
    }
  }

  private List<AnswerBody> tell(String slug) throws java.io.IOException {
    var number = new java.util.concurrent.atomic.AtomicLong();
    try (var file = new ClassPathResource("demo/cases/" + slug + ".ndjson").getInputStream()) {
      Stream<byte[]> raw =
          new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var lines = raw.map(line -> reading.read(number.incrementAndGet(), line)).toList();
      return List.copyOf(storing.store("examples", lines).answers().values());
    }
  }
}
