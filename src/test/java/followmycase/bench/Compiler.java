package followmycase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import uk.followmycase.support.RunningProduct;

/**
 * The product's compiler, which works beside what it compiles and lags behind it when both cores
 * are busy.
 */
final class Compiler {

  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final Duration MOST = Duration.ofSeconds(120);

  /** A twentieth of a core. The system counts in hundredths of a second. */
  private static final long QUIET = LOOK.toMillis() / 10 / 20;

  private static final Pattern THREAD = Pattern.compile("^\\d+ \\(C[12] Compiler.*\\) (.*)$");
  private static final int USER = 11;

  private Compiler() {}

  /**
   * Waits until it has caught up, while nothing else goes on. Where the system does not tell what
   * it uses, there is no wait.
   */
  static void rest(RunningProduct product) throws IOException {
    var end = System.nanoTime() + MOST.toNanos();
    for (long before = used(product), now; System.nanoTime() < end; before = now) {
      LockSupport.parkNanos(LOOK.toNanos());
      now = used(product);
      if (now - before <= QUIET) {
        return;
      }
    }
  }

  private static long used(RunningProduct product) throws IOException {
    var threads = Path.of("/proc/" + product.pid() + "/task");
    if (!Files.isReadable(threads)) {
      return 0;
    }
    try (var all = Files.list(threads)) {
      return all.mapToLong(Compiler::ticks).sum();
    }
  }

  /** Of threads of another name, and of those that have ended, none. */
  private static long ticks(Path thread) {
    try {
      var found = THREAD.matcher(Files.readString(thread.resolve("stat")).strip());
      if (!found.matches()) {
        return 0;
      }
      var figures = found.group(1).split(" ");
      return Long.parseLong(figures[USER]) + Long.parseLong(figures[USER + 1]);
    } catch (IOException ended) {
      return 0;
    }
  }
}
