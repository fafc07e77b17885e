package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.EligibilityRules;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Forces;

@SpringBootTest
class ServedRulesTests {

  private static final People KIOSK = People.victim().of("046/00");
  private static final People CORRIDOR = People.victim().of("125/00");

  @Autowired EligibilityRules rules;
  @Autowired CollisionRegister register;
  @Autowired Forces forces;

  @Test
  void everyForceOfTheRepositoryIsServedAndJudgesUnderItsRevision() {
    assertThat(forces.faults()).isEmpty();
    assertThat(forces.all())
        .isNotEmpty()
        .allSatisfy(
            force -> {
              assertThat(judge(force, KIOSK).revision()).isEqualTo(force.revision());
              assertThat(judge(force, KIOSK).reasons()).isNotEmpty();
            });
  }

  @Test
  void forcesJudgeTheSameCaseInTheirOwnWays() {
    assertThat(
            forces.all().stream()
                .map(
                    force ->
                        List.of(judge(force, KIOSK).getClass(), judge(force, CORRIDOR).getClass()))
                .distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void withoutABoundForceNobodyIsJudged() {
    assertThatThrownBy(() -> rules.judge(KIOSK.facts(), KIOSK.person()))
        .isInstanceOf(ForceBinding.NoForceBound.class);
  }

  @Test
  void theRegisterWantsATransaction() {
    assertThatThrownBy(
            () -> ForceBinding.call(forces.all().getFirst().id(), () -> register.clashes(Set.of())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void brokenOrMissingRulesAreFaultsOfTheForce() {
    var check = new RulesCheck(Rules.READER);
    assertThat(check.check(files(Optional.of("rules: [{id: x}]"))))
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.slug()).isEqualTo("here");
              assertThat(fault.file()).isEqualTo("here/rules.yaml");
              assertThat(fault.line()).isEqualTo(1);
            });
    assertThat(check.check(files(Optional.empty()))).hasSize(1);
  }

  private Verdict judge(Force force, People people) {
    return ForceBinding.call(force.id(), () -> rules.judge(people.facts(), people.person()));
  }

  private Forces.Files files(Optional<String> text) {
    return new Forces.Files() {
      @Override
      public String slug() {
        return "here";
      }

      @Override
      public ForceSettings settings() {
        return forces.all().getFirst().settings();
      }

      @Override
      public Optional<Forces.Source> source(String name) {
        return text.map(words -> new Forces.Source("here/" + name, words));
      }

      @Override
      public List<Forces.Source> sources(String beginning) {
        return source(beginning).stream().toList();
      }
    };
  }
}
