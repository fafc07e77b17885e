package followmycase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.followmycase.support.RunningProduct;

/**
 * One round: as much as so many connections do in a time, each one thing after another.
 *
 * @param nanos how long each thing took, sorted
 */
record Round(Duration time, long[] nanos, Cpu.Used cpu) {

  /** Work of one connection. */
  interface Work extends AutoCloseable {

    /** Does one thing; fails when it was not done rightly. */
    void once() throws Exception;
  }

  static Round run(RunningProduct product, List<? extends Work> connections, Duration time)
      throws InterruptedException, ExecutionException {
    var before = Cpu.of(product);
    var started = System.nanoTime();
    var end = started + time.toNanos();
    try (var threads = Executors.newFixedThreadPool(connections.size())) {
      var running = new ArrayList<Future<long[]>>();
      connections.forEach(each -> running.add(threads.submit(() -> until(end, each))));
      var all = new ArrayList<long[]>();
      for (var each : running) {
        all.add(each.get());
      }
      var took = Duration.ofNanos(System.nanoTime() - started);
      var nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Round(took, nanos, Cpu.of(product).since(before));
    }
  }

  private static long[] until(long end, Work work) throws Exception {
    var times = new long[1 << 12];
    var done = 0;
    for (var now = System.nanoTime(); now < end; done++) {
      work.once();
      var then = System.nanoTime();
      times = done == times.length ? Arrays.copyOf(times, done * 2) : times;
      times[done] = then - now;
      now = then;
    }
    return Arrays.copyOf(times, done);
  }

  double rate() {
    return nanos.length / (time.toNanos() / 1e9);
  }

  double cpuMillis() {
    return cpu.both().toNanos() / 1e6 / nanos.length;
  }

  double productMillis() {
    return cpu.product().toNanos() / 1e6 / nanos.length;
  }

  /** Milliseconds within which such a part is done. */
  double within(double part) {
    return nanos.length == 0 ? 0 : nanos[(int) ((nanos.length - 1) * part)] / 1e6;
  }
}
