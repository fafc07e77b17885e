package followmycase.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Database processes of an earlier run that was killed. They are told by the program they run,
 * never by a number in a file, which may long belong to another process.
 */
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration GENTLY = Duration.ofSeconds(15);
  private static final Duration FIRMLY = Duration.ofSeconds(15);

  private Leftovers() {}

  /** Stops every process that runs a program of this folder. The caller holds the folder. */
  static void stop(Path program) {
    var running = running(program);
    if (running.isEmpty()) {
      return;
    }
    LOG.info("Stopping the database that an earlier run left behind");
    running.forEach(ProcessHandle::destroy);
    if (!gone(running, GENTLY)) {
      running(program).forEach(ProcessHandle::destroyForcibly);
      if (!gone(running(program), FIRMLY)) {
        throw new CannotStart(
            "The database of an earlier run does not stop", "Stop its processes by hand.");
      }
    }
  }

  private static List<ProcessHandle> running(Path program) {
    return ProcessHandle.allProcesses().filter(process -> runs(process, program)).toList();
  }

  private static boolean runs(ProcessHandle process, Path program) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).startsWith(program))
        .orElse(false);
  }

  private static boolean gone(List<ProcessHandle> processes, Duration within) {
    var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException still) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
