package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.internal.Reports.added;
import static uk.followmycase.cases.internal.Reports.version;
import static uk.followmycase.cases.internal.Reports.withdrawn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.followmycase.cases.Answer.Conflict;
import uk.followmycase.cases.Answer.Effect;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.internal.Fold.Folded;
import uk.followmycase.cases.internal.Fold.Outcome;

class FoldTests {

  /** Everything that may be told of one case, without contradictions. */
  private static final List<Report> ALL =
      List.of(
          version(1, "a"),
          version(2, "a", "b"),
          version(3),
          version(4, "c"),
          added("b"),
          added("d"),
          added("e"),
          withdrawn("a"),
          withdrawn("e"),
          withdrawn("never told"));

  @Property(tries = 200, seed = "42")
  void theSameReportsEndTheSameInAnyOrderAndNumber(
      @ForAll("histories") List<Report> history, @ForAll("chunks") List<Integer> chunks) {
    var kept = new Kept();
    var rest = new ArrayList<>(history);
    for (var at = 0; !rest.isEmpty(); at++) {
      var chunk = rest.subList(0, Math.min(rest.size(), chunks.get(at % chunks.size())));
      kept.apply(chunk);
      chunk.clear();
    }
    assertThat(kept.version).isEqualTo(4);
    assertThat(kept.report).isEqualTo("report of version 4");
    assertThat(kept.live()).containsExactly("b", "c", "d");
  }

  @Provide
  Arbitrary<List<Report>> histories() {
    var extra = Arbitraries.of(ALL).list().ofMaxSize(15);
    return extra.flatMap(
        more -> {
          var all = new ArrayList<>(ALL);
          all.addAll(more);
          return Arbitraries.shuffle(all);
        });
  }

  @Provide
  Arbitrary<List<Integer>> chunks() {
    return Arbitraries.integers().between(1, 6).list().ofMinSize(1).ofMaxSize(5);
  }

  @Test
  void anOlderVersionIsSupersededButItsUpdatesStand() {
    var kept = new Kept();
    kept.apply(List.of(version(5)));
    var folded = kept.apply(List.of(version(4, "late")));
    assertThat(folded.outcomes()).containsExactly(new Outcome.Stands(Effect.SUPERSEDED));
    assertThat(kept.version).isEqualTo(5);
    assertThat(kept.live()).containsExactly("late");
  }

  @Test
  void theSameVersionWithAnotherBodyIsRefusedWhole() {
    var kept = new Kept();
    kept.apply(List.of(version(5)));
    var folded = kept.apply(List.of(version(5, "new"), version(5)));
    assertThat(folded.outcomes())
        .containsExactly(
            new Outcome.Clashes(Conflict.VERSION_WITH_OTHER_BODY, -1),
            new Outcome.Stands(Effect.UNCHANGED));
    assertThat(folded.changesNothing()).isTrue();
  }

  @Test
  void anUpdateWithOtherContentIsRefusedAndACaseWithItToo() {
    var kept = new Kept();
    kept.apply(List.of(added("a", "first")));
    var folded = kept.apply(List.of(added("a", "second"), version(1, "x", "a")));
    assertThat(folded.outcomes())
        .containsExactly(
            new Outcome.Clashes(Conflict.UPDATE_WITH_OTHER_CONTENT, -1),
            new Outcome.Clashes(Conflict.UPDATE_WITH_OTHER_CONTENT, 1));
    assertThat(folded.changesNothing()).isTrue();
  }

  @Test
  void withinAChunkTheNewestVersionWins() {
    var folded = new Kept().apply(List.of(version(2), version(3), version(1), version(3)));
    assertThat(folded.outcomes())
        .containsExactly(
            new Outcome.Stands(Effect.SUPERSEDED),
            new Outcome.Stands(Effect.ACCEPTED),
            new Outcome.Stands(Effect.SUPERSEDED),
            new Outcome.Stands(Effect.UNCHANGED));
  }

  @Test
  void aWithdrawalComesBeforeItsUpdate() {
    var kept = new Kept();
    kept.apply(List.of(withdrawn("a")));
    var folded = kept.apply(List.of(added("a"), withdrawn("a")));
    assertThat(folded.changesNothing()).isTrue();
    assertThat(kept.live()).isEmpty();
  }

  /** What the tables would hold. */
  private static final class Kept {

    private long version;
    private byte @Nullable [] digest;
    private @Nullable String report;
    private final Map<String, Known> timeline = new HashMap<>();

    Folded apply(List<Report> reports) {
      var folded = Fold.of(version, digest, timeline, reports);
      if (folded.newest() != null) {
        version = folded.version();
        digest = folded.newest().digest();
        report = folded.newest().state().report();
      }
      folded.added().forEach(update -> timeline.put(update.id(), new Known(update.digest())));
      folded.withdrawn().forEach(id -> timeline.put(id, Known.WITHDRAWN));
      return folded;
    }

    TreeSet<String> live() {
      var live = new TreeSet<String>();
      timeline.forEach(
          (id, known) -> {
            if (!Objects.requireNonNull(known).withdrawn()) {
              live.add(id);
            }
          });
      return live;
    }
  }
}
