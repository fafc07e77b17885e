package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many forces cost little: each keeps its own files and settings alone. */
class ManyForcesTests {

  private static final Folder DEFAULTS = Tenants.defaults();
  private static final Words WORDS = Candidates.words(DEFAULTS);

  @Test
  void forcesShareTheDefaultWords() {
    assertThat(examined(50))
        .allSatisfy(candidate -> assertThat(candidate.fit().orElseThrow().words()).isSameAs(WORDS));
  }

  @Test
  @Tag("soak")
  void tenThousandForcesStayUnderAHundredMegabytes() {
    var before = used();
    var started = System.nanoTime();
    var many = examined(10_000);
    var seconds = (System.nanoTime() - started) / 1e9;
    var megabytes = (used() - before) / 1e6;
    System.out.printf("10,000 forces: %.1f s, %.0f MB%n", seconds, megabytes);
    assertThat(many).allSatisfy(candidate -> assertThat(candidate.fit()).isPresent());
    assertThat(megabytes).isLessThan(100);
  }

  private static List<Candidate> examined(int count) {
    var example = Tenants.example();
    var folders = IntStream.range(0, count).mapToObj(i -> numbered(example, i)).toList();
    return Tenants.candidates().examine(folders, DEFAULTS, WORDS);
  }

  private static Folder numbered(Folder example, int number) {
    var slug = "force-" + number;
    var text =
        example
            .files()
            .getOrDefault(ForceFile.NAME, "")
            .replace("host: " + example.slug(), "host: " + slug);
    var files = new TreeMap<String, String>();
    files.put(ForceFile.NAME, text);
    return new Folder(slug, files, List.of());
  }

  private static long used() {
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
