package uk.followmycase.robustness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A records system. What was not answered it sends again, to whichever instance it finds. */
final class Records {

  private static final String FILE =
      """
      {"case":{"reference":"43269%1$06d","version":1,"kind":"crime","classification":"028/01","status":"Recorded",\
      "people":[{"id":"V","role":"victim","name":"Sam Sample","bornOn":"1990-02-01","contacts":[\
      {"kind":"email","value":"%2$s","safe":true},{"kind":"phone","value":"07700%3$06d","safe":true}]}]}}""";

  /** From here on they are nobody's, not even the demonstration's. */
  private static final int PHONES = 901_000;

  /** How long it tries while there is somebody to take them. */
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final Instances instances;
  private final List<String> accepted = new ArrayList<>();

  Records(Instances instances) {
    this.instances = instances;
  }

  /** Sends so many new cases, each with one victim, until each of them is accepted. */
  void send(int cases) {
    var from = accepted.size();
    var to = from + cases;
    var until = System.nanoTime() + PATIENCE;
    Exception last = null;
    while (accepted.size() < to) {
      try {
        stream(IntStream.range(accepted.size(), to).toArray());
      } catch (IOException | RuntimeException nobodyThere) {
        last = nobodyThere;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
      if (instances.running().isEmpty()) {
        until = System.nanoTime() + PATIENCE;
      } else if (System.nanoTime() > until) {
        throw new IllegalStateException("Nobody takes cases any more. " + instances.said(), last);
      }
    }
  }

  private void stream(int[] numbers) throws IOException {
    var all = instances.running();
    var product = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    var lines =
        IntStream.of(numbers).mapToObj(n -> FILE.formatted(n, address(n), PHONES + n)).toList();
    try (var stream =
        new OpenStream(product.port(), product.token(Town.FORCE + "-records"), lines)) {
      for (var answer = stream.answer(); answer.isPresent(); answer = stream.answer()) {
        if (!answer.get().matches(".*\"(accepted|unchanged)\".*")) {
          throw new IOException(answer.get());
        }
        accepted.add(address(accepted.size()));
      }
    }
  }

  private static String address(int number) {
    return "victim-%06d@example.com".formatted(number);
  }

  /** Addresses of those whose cases were accepted: each of them has to hear of it. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }
}
