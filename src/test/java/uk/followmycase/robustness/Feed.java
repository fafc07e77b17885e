package uk.followmycase.robustness;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a records system sends. What was not answered it sends again, to whichever instance it
 * finds.
 */
final class Feed {

  /** How long it tries while there is somebody to take it. */
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final Instances instances;
  private final String force;

  Feed(Instances instances, String force) {
    this.instances = instances;
    this.force = force;
  }

  /** Returns when each of these lines was answered, and well. */
  void send(List<String> lines) {
    var answered = new Answered();
    var until = System.nanoTime() + PATIENCE;
    @Nullable Exception last = null;
    while (answered.lines < lines.size()) {
      try {
        stream(lines.subList(answered.lines, lines.size()), answered);
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

  /** How far it got, whatever broke. */
  private static final class Answered {
    private int lines;
  }

  private void stream(List<String> lines, Answered answered) throws IOException {
    var all = instances.running();
    var product = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    try (var stream = new OpenStream(product.port(), product.token(force + "-records"), lines)) {
      for (var answer = stream.answer(); answer.isPresent(); answer = stream.answer()) {
        if (!answer.get().matches(".*\"(accepted|unchanged)\".*")) {
          throw new IOException(answer.get());
        }
        answered.lines++;
      }
    }
  }
}
