package followmycase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import uk.followmycase.support.RunningProduct;

/**
 * Those who call, over as many connections as one likes, and the product whose CPU they use.
 *
 * @param called how often so far
 */
record Callers(RunningProduct product, Connecting connecting, AtomicLong called) {

  /** Things in one call that cost about as much as a call. */
  private static final int ENOUGH = 5;

  private static final Duration STEP = Duration.ofSeconds(1);

  Callers(RunningProduct product, Connecting connecting) {
    this(product, connecting, new AtomicLong());
  }

  /** Opens one connection. */
  interface Connecting {
    Round.Work connect() throws Exception;
  }

  /** So many connections, which stay open until the end. */
  Open open(int connections) throws Exception {
    var works = new ArrayList<Round.Work>();
    for (var n = 0; n < connections; n++) {
      works.add(connecting.connect());
    }
    return new Open(this, works);
  }

  /**
   * When the compiler has done its work. It counts calls and not seconds, so on a busy machine too
   * both sides of a comparison must have been called as often.
   *
   * @param most time to give it
   */
  record Warming(int calls, Duration most) {

    /** Calls that do so many things at once need not be so many. */
    Warming of(int thingsEach) {
      return new Warming(calls * ENOUGH / Math.max(ENOUGH, thingsEach), most);
    }
  }

  /** Open connections. */
  record Open(Callers callers, List<Round.Work> works) implements AutoCloseable {

    void warm(Warming warming) throws Exception {
      var end = System.nanoTime() + warming.most().toNanos();
      while (callers.called.get() < warming.calls() && System.nanoTime() < end) {
        round(STEP);
      }
    }

    Round round(Duration time) throws Exception {
      var round = Round.run(callers.product, works, time);
      callers.called.addAndGet(round.nanos().length);
      return round;
    }

    @Override
    public void close() throws Exception {
      for (var work : works) {
        work.close();
      }
    }
  }
}
