package uk.followmycase.tenancy.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;

@SpringBootTest
class RevisionsTests {

  private static final Folder DEFAULTS = Tenants.defaults();

  @Autowired Revisions revisions;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @Test
  void numbersGrowWithEachChangeAndNeverOtherwise() {
    assertThat(revised("growing", "a").revision()).isEqualTo(1);
    assertThat(revised("growing", "a").revision()).isEqualTo(1);
    assertThat(revised("growing", "b").revision()).isEqualTo(2);
    assertThat(revised("growing", "a").revision()).isEqualTo(3);
  }

  @Test
  void aRevisionCanBeReadLaterAsItWas() {
    var head = revised("kept", "first");
    assertThat(revised("kept", "second").revision()).isEqualTo(2);
    var text =
        ForceBinding.<String, RuntimeException>call(
            head.force(),
            () ->
                transactions.execute(
                    status ->
                        jdbc.sql(
                                """
                                select r.files->>'force.yaml' || jsonb_exists(d.files, 'force.yaml')
                                from police.force_revision r
                                join plumbing.force_defaults d on d.digest = r.defaults
                                where revision = 1
                                """)
                            .query(String.class)
                            .single()));
    assertThat(text).isEqualTo("firsttrue");
  }

  @Test
  void startsAtOnceAgreeOnOneRevision() throws ExecutionException, InterruptedException {
    var before = revised("together", "before");
    Callable<Revisions.Head> start = () -> revised("together", "after");
    try (var starts = Executors.newFixedThreadPool(2)) {
      for (var started : heldUpTogether(starts, before, start)) {
        assertThat(started.get().revision()).isEqualTo(2);
      }
    }
  }

  /** Both stand at the force's row before either may go on. */
  private List<Future<Revisions.Head>> heldUpTogether(
      ExecutorService starts, Revisions.Head head, Callable<Revisions.Head> start) {
    return transactions.execute(
        status -> {
          jdbc.sql("select 1 from plumbing.force_register where force_id = ? for update")
              .param(head.forceId())
              .query()
              .singleValue();
          var both = List.of(starts.submit(start), starts.submit(start));
          await().until(() -> waiting() == 2);
          return both;
        });
  }

  private int waiting() {
    return jdbc.sql("select count(*) from pg_locks where not granted")
        .query(Integer.class)
        .single();
  }

  private Revisions.Head revised(String slug, String text) {
    var files = new TreeMap<String, String>();
    files.put(ForceFile.NAME, text);
    return requireNonNull(
        revisions.revise(List.of(new Folder(slug, files, List.of())), DEFAULTS).get(slug));
  }
}
