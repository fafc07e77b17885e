package uk.followmycase.robustness;

import static org.awaitility.Awaitility.await;

import followmycase.platform.StandingDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import uk.followmycase.robustness.Ledger.Taken;

/** Two instances on one database, a provider outside, a records system and victims. */
final class Scene implements AutoCloseable {

  /** However it was broken. */
  static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);

  private static final int CODES = 4;

  /** Everything at once, also where the common pool has a single thread. */
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private final StandingDatabase database;
  private final Ledger ledger;
  private final Carrier carrier;
  private final Instances instances;
  private final Records records;
  private final Victims victims;
  private final Readers readers;
  private final ReturnedTexts returned;

  Scene(Path home, String... settings) throws IOException {
    database = StandingDatabase.in(home);
    ledger = new Ledger(home.resolve("ledger.jsonl"));
    carrier = new Carrier(ledger);
    instances = new Instances(home, database, Town.in(home, carrier.address()), settings);
    records = new Records(instances);
    victims = new Victims(instances, ledger);
    readers = new Readers(instances);
    returned = new ReturnedTexts(instances);
    carrier.refuses(Reader::refused);
    carrier.afterwards(this::afterwards);
    instances.start();
    readers.signUp(new SigningUp(instances.running().getFirst().port(), ledger), threads);
    settle();
  }

  private void afterwards(Taken taken) {
    if (Reader.returned(taken.to())) {
      returned.cameBack(Readers.force(Reader.place(taken.to())), taken);
    }
  }

  /**
   * How one thing that broke was borne.
   *
   * @param recovered how long after it was over, and somebody ran again, until nothing waited
   * @param takenOver how long after an instance was lost, or somebody ran again, another had all
   *     its attempts; null when it had none by then
   */
  record Borne(Fault fault, Duration recovered, @Nullable Duration takenOver) {}

  /** Breaks something while so many cases come in and people ask for codes. */
  Borne bear(Fault fault, int cases, long seed) throws InterruptedException {
    readers.deal(seed);
    settle();
    var havoc = new Havoc(instances, database, carrier, seed);
    havoc.prepare(fault);
    var sending = run(() -> records.sendAndTakeBack(cases));
    var stirring = run(readers::stir);
    var asking = run(() -> victims.ask(CODES));
    havoc.strike(fault);
    var lost = instances.lost();
    var starting = run(instances::start);
    var from = lost.values().stream().min(Instant::compareTo);
    if (instances.running().isEmpty()) {
      starting.join();
      from = from.map(nobodyThere -> Instant.now());
    }
    var over = System.nanoTime();
    CompletableFuture.allOf(sending, stirring, asking).join();
    settle();
    var recovered = Duration.ofNanos(System.nanoTime() - over);
    starting.join();
    readers.resume();
    settle();
    if (!instances.stand()) {
      throw new IllegalStateException("An instance ended by itself");
    }
    return new Borne(fault, recovered, from.flatMap(this::takenOver).orElse(null));
  }

  private CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, threads);
  }

  /** So many notices are there at once, for whoever takes them. */
  void sendTogether(int cases) {
    var superuser = database.superuser();
    superuser
        .sql("insert into plumbing.switched_off (force_id, name) values (0, 'notices')")
        .update();
    records.send(cases);
    carrier.behaves(Carrier::slowly);
    superuser.sql("delete from plumbing.switched_off").update();
    settle();
  }

  /** Waits until nothing is left to be sent but to those who paused. */
  void settle() {
    try {
      await()
          .atMost(RECOVERED_WITHIN)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> returned.told() && waiting() == 0);
    } catch (ConditionTimeoutException late) {
      throw new IllegalStateException("Still waiting: " + left() + ". " + instances.said(), late);
    }
  }

  /** What waits, without a word of whom it is for. */
  private List<String> left() {
    return database
        .superuser()
        .sql(
            """
            select concat_ws(' ', n.kind, n.state, h.tries || ' tries', 'held ' || h.held,
              'leased by ' || h.leased_by, 'due in ' || (h.due_at - now()),
              (select string_agg(coalesce(a.outcome, 'OPEN') || ' ' || coalesce(a.fault, ''), ', ' order by a.id)
               from police.delivery_attempt a where a.force_id = n.force_id and a.notice_id = n.id))
            from plumbing.outbox_head h
            join police.notice n on n.force_id = h.force_id and n.id = h.notice_id
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<String> unsent() {
    return database
        .superuser()
        .sql(
            """
            select concat_ws(' ', n.kind, n.state, n.channel, 'queued', n.queued_at, 'ended', n.ended_at,
              (select string_agg(a.channel || ' ' || coalesce(a.outcome, 'OPEN') || ' ' || coalesce(a.fault, ''), ', ' order by a.id)
               from police.delivery_attempt a where a.force_id = n.force_id and a.notice_id = n.id))
            from police.notice n where n.kind = 'UPDATE' and n.state not in ('HANDED_OVER', 'TOLD', 'REFUSED')
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private int waiting() {
    return database
        .superuser()
        .sql(
            """
            select count(*) from plumbing.outbox_head h
            left join police.notice n on n.force_id = h.force_id and n.id = h.notice_id
            where n.held is distinct from 'PAUSED'
            """)
        .query(Integer.class)
        .single();
  }

  private java.util.Optional<Duration> takenOver(Instant from) {
    return database
        .superuser()
        .sql(
            "select max(ended_at) from police.delivery_attempt where fault = 'worker-lost' and ended_at > ?")
        .param(from.atOffset(java.time.ZoneOffset.UTC))
        .query(
            (row, number) -> java.util.Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(at -> Duration.between(from, at.toInstant()));
  }

  Verdict verdict() {
    return Verdict.of(
        records.accepted(), Evidence.of(ledger, database), carrier, instances.blows(), database);
  }

  News news() {
    var bans = Stream.concat(records.bans().stream(), readers.bans().stream()).toList();
    var evidence = Evidence.of(ledger, database);
    return News.of(readers, bans, evidence, carrier, instances.blows(), unsent());
  }

  /** How often an instance lost its lease though it lived. */
  int belated() {
    return instances.belated();
  }

  Ledger ledger() {
    return ledger;
  }

  int codesAnswered() {
    return victims.answered();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    victims.close();
    returned.close();
    instances.close();
    carrier.close();
    ledger.close();
    database.close();
  }
}
