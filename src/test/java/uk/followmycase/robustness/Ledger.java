package uk.followmycase.robustness;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What a provider took, outside the product: on the disk before anybody is answered. */
final class Ledger implements Closeable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path path;
  private final FileChannel file;

  Ledger(Path path) {
    this.path = path;
    try {
      this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * One message that a provider took.
   *
   * @param attempt as the product names it
   * @param part of what it says, from 0 on
   * @param instance of the product that called
   * @param at when the call came
   */
  record Taken(UUID attempt, int part, String instance, String to, String text, Instant at) {

    /** As the provider was told to name it. */
    String reference() {
      return attempt + "-" + part;
    }

    boolean email() {
      return to.indexOf('@') > 0;
    }
  }

  synchronized void note(Taken taken) throws IOException {
    var line = JSON.writeValueAsString(taken) + "\n";
    file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    file.force(false);
  }

  /** From the first to the last. */
  synchronized List<Taken> all() {
    try {
      return Files.readAllLines(path).stream()
          .map(line -> JSON.readValue(line, Taken.class))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
