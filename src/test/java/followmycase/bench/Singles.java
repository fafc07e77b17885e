package followmycase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Single updates at a steady rate, whatever becomes of those before: one that is late makes no
 * other late. Each is of another case.
 */
final class Singles implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final int TRIES = 50;

  private final World world;
  private final Stub stub;
  private final int from;
  private final int among;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final ThreadLocal<Wire> wires;
  private final List<Wire> open = new ArrayList<>();
  private final ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
  private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> accepted = new ConcurrentHashMap<>();
  private final List<Future<?>> sending = new ArrayList<>();

  private final AtomicInteger again = new AtomicInteger();

  private int next;

  /**
   * Of the cases from one on, in turn; on a machine that does not keep up the first comes again.
   */
  Singles(World world, Stub stub, int from) {
    this.world = world;
    this.stub = stub;
    this.from = from;
    this.among = world.cases().size() / world.forces().size() * world.forces().size() - from;
    this.wires = ThreadLocal.withInitial(this::connected);
  }

  private Wire connected() {
    try {
      var wire = new Wire(world.product().port());
      synchronized (open) {
        open.add(wire);
      }
      return wire;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Begins to send so many a second. */
  void start(int aSecond) {
    world.records().greet(world.forces());
    var unused =
        clock.scheduleAtFixedRate(this::one, 0, 1_000_000 / aSecond, TimeUnit.MICROSECONDS);
  }

  private void one() {
    var number = from + next++ % among;
    var due = System.nanoTime();
    sending.add(
        senders.submit(
            () -> {
              var request = Workloads.update(world, number);
              sent.put(number, due);
              accepted(request);
              accepted.put(number, System.nanoTime() - due);
              return null;
            }));
  }

  /** As a records system does: what was not possible just now is sent again, and takes longer. */
  private void accepted(byte[] request) throws IOException, InterruptedException {
    var answer = wires.get().send(request);
    for (var tries = 1; answer.status() >= 500 && tries < TRIES; tries++) {
      again.incrementAndGet();
      TimeUnit.MILLISECONDS.sleep(100);
      answer = wires.get().send(request);
    }
    Records.check(answer, 1);
  }

  /** How often one had to be sent again. */
  int again() {
    return again.get();
  }

  /** Sends no more, and answers when all that were sent are accepted. */
  void stop() throws Exception {
    clock.shutdown();
    clock.awaitTermination(1, TimeUnit.MINUTES);
    for (var one : sending) {
      one.get();
    }
  }

  /** How many have been handed over. */
  int taken() {
    return (int) sent.keySet().stream().filter(number -> took(number) >= 0).count();
  }

  /** How many have not been handed over yet. */
  int open() {
    return sent.size() - taken();
  }

  /**
   * Milliseconds from when each was to be sent, which is before it was accepted, until the provider
   * had taken and answered for its notice; sorted.
   */
  double[] millis() {
    return sent.keySet().stream().mapToDouble(number -> took(number) / 1e6).sorted().toArray();
  }

  /** Milliseconds of those until each was accepted; sorted. */
  double[] untilAccepted() {
    return accepted.values().stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
  }

  /** Negative as long as it is open: what is known then is an earlier one's. */
  private long took(int number) {
    var forces = world.forces();
    var at = stub.at(forces.get(number % forces.size()), Letters.address(number / forces.size()));
    return at - sent.getOrDefault(number, Long.MAX_VALUE);
  }

  static double within(double[] sorted, double part) {
    return sorted[(int) ((sorted.length - 1) * part)];
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    senders.shutdownNow();
    for (var wire : open) {
      wire.close();
    }
  }
}
