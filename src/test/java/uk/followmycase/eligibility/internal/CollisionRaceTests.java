package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.followmycase.eligibility.internal.Register.live;
import static uk.followmycase.eligibility.internal.Register.of;
import static uk.followmycase.eligibility.internal.Register.suspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.followmycase.eligibility.CollisionRegister.CaseMarks;
import uk.followmycase.eligibility.CollisionRegister.Kind;

/** Two connections write the two sides of one collision at the same time. */
@Timeout(60)
class CollisionRaceTests {

  private static final UUID THEFT = new UUID(0, 1);
  private static final UUID ASSAULT = new UUID(0, 2);
  private static final UUID ANNE = new UUID(1, 1);
  private static final CaseMarks VICTIM = live(THEFT, of(ANNE, Kind.PHONE, 7));
  private static final CaseMarks SUSPECT = live(ASSAULT, suspect(Kind.PHONE, 7));

  private final Register register = Register.fresh();
  private final Executor threads = task -> Thread.ofVirtual().start(task);

  @Test
  void victimFirst() throws InterruptedException {
    assertThat(race(VICTIM, SUSPECT)).contains(THEFT);
  }

  @Test
  void suspectFirst() throws InterruptedException {
    assertThat(race(SUSPECT, VICTIM)).contains(THEFT);
  }

  @Test
  void aRemovalRacesToo() throws InterruptedException {
    register.replace(SUSPECT);
    assertThat(race(live(ASSAULT), VICTIM)).doesNotContain(THEFT);
    register.replace(SUSPECT);
    register.replace(live(THEFT));
    race(VICTIM, live(ASSAULT));
    assertThat(register.clashes(THEFT)).isEmpty();
  }

  @Test
  void victimsDoNotWaitForEachOther() throws InterruptedException {
    var second = live(ASSAULT, of(new UUID(1, 2), Kind.PHONE, 7));
    register.inTransaction(
        first -> {
          first.replace(List.of(VICTIM));
          return CompletableFuture.supplyAsync(() -> register.replace(second), threads).join();
        });
    assertThat(register.clashes(THEFT, ASSAULT)).isEmpty();
  }

  /** Cases found to clash by either side while the first stays open until the second waits. */
  private Set<UUID> race(CaseMarks first, CaseMarks second) throws InterruptedException {
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var one = CompletableFuture.supplyAsync(() -> write(first, written, commit), threads);
    assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
    var two =
        CompletableFuture.supplyAsync(() -> write(second, new CountDownLatch(1), commit), threads);
    await().until(this::somebodyWaits);
    commit.countDown();
    var found = new HashSet<>(one.join());
    found.addAll(two.join());
    return found;
  }

  private Set<UUID> write(CaseMarks marks, CountDownLatch written, CountDownLatch commit) {
    return register.inTransaction(
        r -> {
          var again = new HashSet<>(r.replace(List.of(marks)));
          again.add(marks.caseId());
          var clashing = new HashSet<UUID>();
          again.stream().filter(id -> !r.clashes(List.of(id)).isEmpty()).forEach(clashing::add);
          written.countDown();
          try {
            assertThat(commit.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          return clashing;
        });
  }

  private boolean somebodyWaits() {
    return register
        .jdbc()
        .sql(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted"
                + " and database = (select oid from pg_database where datname = current_database()))")
        .query(Boolean.class)
        .single();
  }
}
