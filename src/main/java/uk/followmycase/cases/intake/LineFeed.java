package uk.followmycase.cases.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Reads and checks lines on a thread of its own while earlier ones are stored, and hands them over
 * in chunks. What waits is bounded in lines and bytes; the sender waits, not our memory.
 */
final class LineFeed implements AutoCloseable {

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final Line END = Line.wrong(0, 0, Problem.UNEXPECTED.body(List.of()));

  private final RawLines raw;
  private final ReadLine reading;
  private final int chunkLines;
  private final Duration chunkWait;
  private final BlockingQueue<Line> lines;
  private final Semaphore bytes = new Semaphore(MOST_BYTES);
  private final Thread reader;
  private volatile boolean closed;
  private volatile @Nullable IOException cut;
  private boolean ended;

  LineFeed(InputStream body, ReadLine reading, IntakeSettings settings) {
    this.raw = new RawLines(body, Bodies.LIMIT);
    this.reading = reading;
    this.chunkLines = settings.chunkLines();
    this.chunkWait = settings.chunkWait();
    this.lines = new ArrayBlockingQueue<>(2 * settings.chunkLines());
    var force = ForceBinding.current();
    this.reader = Thread.ofVirtual().start(() -> ForceBinding.run(force, this::readAll));
  }

  /**
   * The next chunk; empty when all have been handed over.
   *
   * @throws IOException when the sender was cut off, after what came whole has been handed over
   */
  List<Line> next() throws IOException, InterruptedException {
    var chunk = new ArrayList<Line>();
    if (!ended) {
      take(lines.take(), chunk);
    }
    var until = System.nanoTime() + chunkWait.toNanos();
    while (!ended && chunk.size() < chunkLines) {
      var line = lines.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        break;
      }
      take(line, chunk);
    }
    if (chunk.isEmpty() && cut != null) {
      throw cut;
    }
    return chunk;
  }

  /** Lets the sender go on, once a chunk has been answered. */
  void done(List<Line> chunk) {
    bytes.release(chunk.stream().mapToInt(Line::size).sum());
  }

  private void take(Line line, List<Line> chunk) {
    if (line == END) {
      ended = true;
    } else {
      chunk.add(line);
    }
  }

  private void readAll() {
    try {
      byte[] next;
      for (var number = 1L; !closed && (next = raw.next()) != null; number++) {
        var line = reading.read(number, next);
        bytes.acquire(line.size());
        lines.put(line);
      }
    } catch (IOException broken) {
      cut = broken;
    } catch (RuntimeException failed) {
      cut = new IOException(failed.getClass().getName());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  /** Whoever waits for lines must hear of the end, whatever it was; once closed, nobody waits. */
  private void end() {
    try {
      lines.put(END);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** The container takes the body back when this returns, so nobody may be reading it any more. */
  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    var interrupted = false;
    while (true) {
      try {
        reader.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
