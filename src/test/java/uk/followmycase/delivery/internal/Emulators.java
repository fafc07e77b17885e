package uk.followmycase.delivery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Amazon's services as others rebuilt them in JavaScript, fetched and started once for all tests.
 * They end with this process, however it ends: they read from it.
 */
final class Emulators {

  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path HOME = Path.of("target/npm").toAbsolutePath();
  private static final String NEEDED =
      "The tests of Amazon's services need Node 20 and npm: ./dev test sees to them, or says how";

  private static @Nullable Emulators running;

  private final Process process;
  private final URI ses;
  private final URI sns;

  private Emulators() throws IOException, InterruptedException {
    install();
    process = program(Redirect.PIPE, "node", "emulators.mjs");
    var ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (ready == null) {
      throw new IllegalStateException("The emulators did not start: node emulators.mjs says why");
    }
    var ports = ready.split(" ", -1);
    ses = URI.create("http://127.0.0.1:" + ports[1]);
    sns = URI.create("http://127.0.0.1:" + ports[2]);
  }

  static synchronized Emulators running() {
    try {
      if (running == null) {
        running = new Emulators();
      }
      return running;
    } catch (IOException failed) {
      throw new UncheckedIOException(NEEDED, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  URI ses() {
    return ses;
  }

  URI sns() {
    return sns;
  }

  /** As the lock file has them, and only when it has changed. */
  private static void install() throws IOException, InterruptedException {
    var lock = Files.readAllBytes(SOURCE.resolve("package-lock.json"));
    var mark = HOME.resolve("installed");
    if (!Files.exists(mark) || !Arrays.equals(Files.readAllBytes(mark), lock)) {
      FileSystemUtils.deleteRecursively(HOME);
      FileSystemUtils.copyRecursively(SOURCE, HOME);
      var npm = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      var fetching = program(Redirect.DISCARD, npm.toArray(String[]::new));
      if (fetching.waitFor() != 0) {
        throw new IOException("npm ci failed in " + HOME);
      }
      Files.write(mark, lock);
    }
    Files.copy(
        SOURCE.resolve("emulators.mjs"),
        HOME.resolve("emulators.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Process program(Redirect output, String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectOutput(output)
        .redirectError(Redirect.appendTo(HOME.resolve("emulators.log").toFile()))
        .start();
  }
}
