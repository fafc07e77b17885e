package followmycase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.followmycase.support.RunningProduct;

/** Those who call, over as many connections as one likes, and the product whose CPU they use. */
record Callers(RunningProduct product, Connecting connecting) {

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
