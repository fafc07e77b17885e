package uk.followmycase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RawLinesTests {

  @Property(tries = 100, seed = "11")
  void linesComeOutAsTheyWentIn(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 200_000) Integer> lengths)
      throws IOException {
    var lines = lengths.stream().map("x"::repeat).toList();
    assertThat(read(String.join("\n", lines) + "\n", 1_000_000)).isEqualTo(lines);
  }

  @Test
  void aLastLineNeedsNoEndAndAnEmptyBodyHasNoLine() throws IOException {
    assertThat(read("a\n\nb", 10)).containsExactly("a", "", "b");
    assertThat(read("", 10)).isEmpty();
  }

  @Test
  void aLineOverTheLimitIsDroppedAndTheNextStands() throws IOException {
    var raw = raw("long".repeat(40_000) + "\nshort\n" + "y".repeat(11), 10);
    assertThat(raw.next()).isSameAs(RawLines.TOO_LONG);
    assertThat(raw.next()).asString(StandardCharsets.UTF_8).isEqualTo("short");
    assertThat(raw.next()).isSameAs(RawLines.TOO_LONG);
    assertThat(raw.next()).isNull();
  }

  private static List<String> read(String body, int limit) throws IOException {
    var raw = raw(body, limit);
    var lines = new ArrayList<String>();
    for (var line = raw.next(); line != null; line = raw.next()) {
      lines.add(new String(line, StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static RawLines raw(String body, int limit) {
    return new RawLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), limit);
  }
}
