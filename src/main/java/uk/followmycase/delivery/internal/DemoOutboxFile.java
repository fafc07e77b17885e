package uk.followmycase.delivery.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.DemoOutbox;

/** A file of one JSON document a line. Several processes may append to it. */
@Component
@Profile("!production")
@ConditionalOnBooleanProperty("followmycase.demo-outbox")
class DemoOutboxFile implements DemoOutbox {

  private final Path path;
  private final JsonMapper json;

  DemoOutboxFile(@Value("${followmycase.data:data}") String data, JsonMapper json) {
    this.path = Path.of(data).resolve("demo-outbox.jsonl");
    this.json = json;
  }

  /**
   * In one write: the system keeps what is appended at once together. Lines are ended by the next,
   * so that one which a crash cut off spoils no other.
   */
  void append(List<Item> items) {
    var lines = items.stream().map(item -> '\n' + json.writeValueAsString(item));
    var bytes = lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (var file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        file.write(ByteBuffer.wrap(bytes));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads from the end, so that a long file costs no more than a short one. */
  @Override
  public List<Item> latest(int most) {
    Map<String, Item> items = new LinkedHashMap<>();
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var lines = new LinesFromTheEnd(file);
      for (var line = lines.next(); line != null && items.size() < most; line = lines.next()) {
        var item = item(line);
        if (item != null) {
          items.putIfAbsent(item.id(), item);
        }
      }
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return List.copyOf(items.values());
  }

  /** A line that a crash cut off is no item. */
  private @Nullable Item item(String line) {
    try {
      return json.readValue(line, Item.class);
    } catch (JacksonException cutOff) {
      return null;
    }
  }
}
