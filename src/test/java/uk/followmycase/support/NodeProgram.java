package uk.followmycase.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * What others wrote in JavaScript, for tests to talk to, fetched as the lock file has it. A program
 * ends with this process, however it ends: it reads from it.
 *
 * @param process keeps it running
 * @param ports where it answers
 */
public record NodeProgram(Process process, List<Integer> ports) {

  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path HOME = Path.of("target/npm").toAbsolutePath();
  private static final String NEEDED =
      "The tests of what others wrote need Node 20 and npm: ./dev test sees to them, or says how";

  /** Starts a script and waits until it says {@code ready} and its ports. */
  public static synchronized NodeProgram start(String script, String... arguments) {
    try {
      install();
      Files.copy(SOURCE.resolve(script), HOME.resolve(script), StandardCopyOption.REPLACE_EXISTING);
      var command = new ArrayList<>(List.of("node", script));
      command.addAll(List.of(arguments));
      var process = program(Redirect.PIPE, command);
      return new NodeProgram(process, ports(process, script));
    } catch (IOException failed) {
      throw new UncheckedIOException(NEEDED, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Says a line to it. */
  public void tell(String line) {
    try {
      var input = process.outputWriter(UTF_8);
      input.write(line + "\n");
      input.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Integer> ports(Process process, String script) throws IOException {
    var ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (ready == null || !ready.startsWith("ready ")) {
      throw new IllegalStateException(script + " did not start: node.log in target/npm says why");
    }
    return Arrays.stream(ready.split(" ", -1)).skip(1).map(Integer::valueOf).toList();
  }

  /** As the lock file has them, and only when it has changed. */
  private static void install() throws IOException, InterruptedException {
    var lock = Files.readAllBytes(SOURCE.resolve("package-lock.json"));
    var mark = HOME.resolve("installed");
    if (!Files.exists(mark) || !Arrays.equals(Files.readAllBytes(mark), lock)) {
      FileSystemUtils.deleteRecursively(HOME);
      FileSystemUtils.copyRecursively(SOURCE, HOME);
      var npm = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      if (program(Redirect.DISCARD, npm).waitFor() != 0) {
        throw new IOException("npm ci failed in " + HOME);
      }
      Files.write(mark, lock);
    }
  }

  private static Process program(Redirect output, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectOutput(output)
        .redirectError(Redirect.appendTo(HOME.resolve("node.log").toFile()))
        .start();
  }
}
