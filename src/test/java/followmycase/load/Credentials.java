package followmycase.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;

/** The secret that the demo made for a force's records system. */
record Credentials(String client, String secret) {

  static Credentials of(String force, Path data) {
    var file = data.resolve("demo-clients.properties");
    var kept = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "No credentials in " + file + ": is the demo started, in this folder?", missing);
    }
    var client = force + "-records";
    var secret = kept.getProperty(client);
    if (secret == null) {
      throw new IllegalStateException(file + " has no secret of " + client);
    }
    return new Credentials(client, secret);
  }

  String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return client;
  }
}
