package followmycase.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import uk.followmycase.support.RunningProduct;

/**
 * What the product took.
 *
 * @param heap the most it may take, in MiB
 * @param resident the most it ever took of the machine, in MiB; 0 where the system does not tell
 * @param exhausted whether it ran out of heap
 */
record Memory(long heap, long resident, boolean exhausted) {

  static final long GOAL = 384;

  private static final Pattern HEAP = Pattern.compile("-XX:MaxHeapSize=(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  static Memory of(RunningProduct product) throws IOException {
    var status = Path.of("/proc/" + product.pid() + "/status");
    var resident = Files.isReadable(status) ? number(RESIDENT, Files.readString(status)) : 0;
    return new Memory(
        number(HEAP, flags(product.pid())) / 1024 / 1024,
        resident / 1024,
        product.output().contains("OutOfMemoryError"));
  }

  boolean met() {
    return heap > 0 && heap <= GOAL && !exhausted;
  }

  /** The row below the table. */
  String row() {
    return "%s: heap of %s (goal <= %d)".formatted(met() ? "PASS" : "MISS", told(), GOAL);
  }

  String told() {
    return "%d MiB %s; at most %d MiB resident"
        .formatted(heap, exhausted ? "did not do" : "held", resident);
  }

  private static String flags(long pid) throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process = new ProcessBuilder(jcmd, Long.toString(pid), "VM.flags").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long number(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
