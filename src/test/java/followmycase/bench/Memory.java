package followmycase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.followmycase.support.RunningProduct;

/** What the product took: its heap is bounded when it starts, and it lived within that. */
final class Memory {

  private Memory() {}

  static String of(RunningProduct product) throws IOException {
    var status = Path.of("/proc/" + product.pid() + "/status");
    var peak =
        Files.isReadable(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> ", at most " + line.substring(6).strip() + " resident")
                .findFirst()
                .orElse("")
            : "";
    return "  (heap of at most 384 MiB held" + peak + ")";
  }
}
