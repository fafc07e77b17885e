package followmycase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.followmycase.support.RunningProduct;

/** Those who call, over as many connections as one likes, and the product whose CPU they use. */
record Callers(RunningProduct product, Connecting connecting) {

  /** Cheaper than this, and warming goes on. */
  private static final double WORTH_IT = 0.95;

  /**
   * How long to warm.
   *
   * @param still after so many steps without a gain it ends
   */
  record Warming(Duration step, int still, Duration most) {}

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
    return new Open(product, works);
  }

  /** Open connections. */
  record Open(RunningProduct product, List<Round.Work> works) implements AutoCloseable {

    /** Until it becomes no cheaper: compilers and caches have done their work. */
    void warm(Warming warming) throws Exception {
      var end = System.nanoTime() + warming.most().toNanos();
      var cheapest = Double.MAX_VALUE;
      for (var still = 0; still < warming.still() && System.nanoTime() < end; ) {
        var now = round(warming.step()).cpuMillis();
        still = now < cheapest * WORTH_IT ? 0 : still + 1;
        cheapest = Math.min(now, cheapest);
      }
    }

    Round round(Duration time) throws Exception {
      return Round.run(product, works, time);
    }

    @Override
    public void close() throws Exception {
      for (var work : works) {
        work.close();
      }
    }
  }
}
