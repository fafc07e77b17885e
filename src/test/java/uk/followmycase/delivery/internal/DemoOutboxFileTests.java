package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.DemoOutbox.Item;

/** The demo's phone and mailbox. */
class DemoOutboxFileTests {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

  @Test
  void showsTheNewestFirst(@TempDir Path folder) {
    var outbox = outbox(folder);
    assertThat(outbox.latest(10)).isEmpty();
    outbox.append(List.of(item("1")));
    outbox.append(List.of(item("2"), item("3")));
    assertThat(outbox.latest(10)).containsExactly(item("3"), item("2"), item("1"));
    assertThat(outbox.latest(2)).containsExactly(item("3"), item("2"));
  }

  @Test
  void showsOnceWhatItWasHandedTwice(@TempDir Path folder) {
    var outbox = outbox(folder);
    outbox.append(List.of(item("1"), item("2")));
    outbox.append(List.of(item("1")));
    assertThat(outbox.latest(10)).containsExactly(item("1"), item("2"));
  }

  @Test
  void aLineThatACrashCutOffIsNoItem(@TempDir Path folder) throws IOException {
    var outbox = outbox(folder);
    outbox.append(List.of(item("1")));
    Files.writeString(file(folder), "\n{\"id\":\"2\",\"at", StandardOpenOption.APPEND);
    assertThat(outbox.latest(10)).containsExactly(item("1"));
    outbox.append(List.of(item("3"), item("4")));
    assertThat(outbox.latest(10)).extracting(Item::id).containsExactly("4", "3", "1");
  }

  @Test
  void aLongFileCostsNoMoreThanItsEnd(@TempDir Path folder) throws IOException {
    var outbox = outbox(folder);
    var broken = Stream.generate(() -> "x".repeat(500)).limit(100_000).toList();
    Files.write(file(folder), broken);
    outbox.append(Stream.of("1", "2", "3").map(DemoOutboxFileTests::item).toList());
    var began = System.nanoTime();
    assertThat(outbox.latest(3)).hasSize(3);
    assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
  }

  @Property(tries = 100, seed = "61")
  void linesFromTheEndAreTheLinesBackwards(@ForAll("texts") List<String> lines) throws IOException {
    var file = Files.createTempFile("lines", ".txt");
    try {
      Files.writeString(file, String.join("\n", lines));
      assertThat(backwards(file))
          .isEqualTo(
              Files.readAllLines(file).reversed().stream()
                  .filter(line -> !line.isEmpty())
                  .toList());
    } finally {
      Files.delete(file);
    }
  }

  /** Long enough to lie across the bounds of blocks, with characters of several bytes. */
  @Provide
  Arbitrary<List<String>> texts() {
    var unit = Arbitraries.of("a", "ŵ", "字", "😀", "");
    var length = Arbitraries.of(0, 1, 7, 4_000, 30_000, 70_000);
    return unit.flatMap(text -> length.map(text::repeat)).list().ofMaxSize(8);
  }

  private static List<String> backwards(Path file) throws IOException {
    var found = new ArrayList<String>();
    try (var channel = FileChannel.open(file)) {
      var lines = new LinesFromTheEnd(channel);
      for (var line = lines.next(); line != null; line = lines.next()) {
        found.add(line);
      }
    }
    return found;
  }

  private static DemoOutboxFile outbox(Path folder) {
    return new DemoOutboxFile(folder.toString(), JsonMapper.builder().build());
  }

  private static Path file(Path folder) {
    return folder.resolve("demo-outbox.jsonl");
  }

  private static Item item(String id) {
    var words = "Neges â ŵ\nail linell";
    return new Item(id, AT, "a-force", Channel.TEXT, "Police", "+447700900123", "", words);
  }
}
