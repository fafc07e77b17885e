package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import uk.followmycase.eligibility.CollisionRegister.CaseMarks;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.PersonFacts.Clash;

/**
 * Whoever judges the batch and the cases that the register names holds, after any sequence of
 * batches, exactly the clashes that are there.
 */
class CollisionOrderTests {

  private static final int CASES = 5;
  private static final UUID[] ALL =
      IntStream.range(0, CASES).mapToObj(CollisionOrderTests::id).toArray(UUID[]::new);

  @Property(tries = 60, seed = "20260301")
  void whatWasJudgedIsWhatIsThere(@ForAll("batches") List<List<CaseMarks>> batches) {
    holds(batches);
  }

  @Property(tries = 3_000)
  @Tag("soak")
  void whatWasJudgedIsWhatIsThereAtLength(@ForAll("batches") List<List<CaseMarks>> batches) {
    holds(batches);
  }

  private static void holds(List<List<CaseMarks>> batches) {
    var register = Databases.REGISTER;
    register.inTransaction(
        r -> r.replace(IntStream.range(0, CASES).mapToObj(n -> Register.live(id(n))).toList()));
    var judged = new HashMap<UUID, Map<UUID, Set<Clash>>>();
    for (var batch : batches) {
      register.inTransaction(
          r -> {
            r.enter(batch);
            var again = new HashSet<>(r.replace(batch));
            batch.forEach(marks -> again.add(marks.caseId()));
            again.forEach(id -> judged.put(id, r.clashes(List.of(id))));
            return again;
          });
    }
    var held = new HashMap<UUID, Set<Clash>>();
    judged.values().forEach(held::putAll);
    assertThat(held).isEqualTo(register.clashes(ALL));
    assertThat(held).isEqualTo(byDefinition(batches));
  }

  /** What the words of the rule say, without a database. */
  private static Map<UUID, Set<Clash>> byDefinition(List<List<CaseMarks>> batches) {
    var last = new HashMap<UUID, CaseMarks>();
    batches.forEach(batch -> batch.forEach(marks -> last.put(marks.caseId(), marks)));
    var found = new HashMap<UUID, Set<Clash>>();
    for (var mine : last.values()) {
      for (var mark : mine.marks()) {
        var person = mark.personId();
        if (person != null && last.values().stream().anyMatch(o -> meets(mine, mark, o))) {
          found
              .computeIfAbsent(person, p -> new HashSet<>())
              .add(Clash.values()[mark.kind().ordinal()]);
        }
      }
    }
    return found;
  }

  private static boolean meets(CaseMarks mine, Mark mark, CaseMarks other) {
    return (other.live() || other.caseId().equals(mine.caseId()))
        && other.marks().stream()
            .anyMatch(
                o ->
                    o.personId() == null
                        && o.kind() == mark.kind()
                        && o.digest()[0] == mark.digest()[0]);
  }

  @Provide
  Arbitrary<List<List<CaseMarks>>> batches() {
    var oneCase =
        Combinators.combine(
                Arbitraries.integers().between(0, CASES - 1),
                Arbitraries.integers().between(0, 4).map(n -> n > 0),
                Arbitraries.integers().between(0, 35).list().ofMaxSize(6))
            .as(CollisionOrderTests::marks);
    return oneCase
        .list()
        .uniqueElements(CaseMarks::caseId)
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofMaxSize(8);
  }

  /**
   * Each number is one of three values, of one of four kinds, of one of two people or a suspect.
   */
  private static CaseMarks marks(int number, boolean live, List<Integer> codes) {
    var marks =
        codes.stream()
            .map(
                code -> {
                  var kind = Kind.values()[code / 3 % 4];
                  return code / 12 == 0
                      ? Register.suspect(kind, code % 3)
                      : Register.of(new UUID(number, code / 12), kind, code % 3);
                })
            .toList();
    return new CaseMarks(id(number), live, marks);
  }

  private static UUID id(int number) {
    return new UUID(9, number);
  }

  /** Made when first asked for: the soak and short forms share one database. */
  private static final class Databases {
    static final Register REGISTER = Register.fresh();
  }
}
