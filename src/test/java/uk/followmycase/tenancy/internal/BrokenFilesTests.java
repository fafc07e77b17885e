package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** However a force's files are broken, that force is refused with advice and the others run. */
class BrokenFilesTests {

  private static final Folder DEFAULTS = Tenants.defaults();
  private static final Words WORDS = Candidates.words(DEFAULTS);
  private static final List<Folder> FORCES = new TenantsFolder(Tenants.OURS).forces();
  private static final Candidates CANDIDATES = Tenants.candidates();
  private static final List<String> JUNK =
      List.of(
          "",
          "null",
          "~",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "\t",
          "\0",
          "'",
          "\"",
          "#",
          "%",
          "@",
          "`",
          "&a *a",
          "!!java.lang.Runtime x",
          "<<: *x",
          "---\n",
          "...\n",
          "true",
          "-1",
          "9e999",
          "0x7f",
          "\uFFFE",
          "é",
          "P",
          "P9999999999D",
          "24:00",
          "#zzzzzz",
          "(a+)+$",
          "\\u12",
          "${HOME}",
          "x".repeat(5_000),
          "[".repeat(2_000),
          "a: ".repeat(500));

  @Property(tries = 200, seed = "11")
  void aBrokenFileIsOneForcesTrouble(@ForAll("broken") Folder broken) {
    examine(broken);
  }

  @Property(tries = 5_000)
  @Tag("soak")
  void aBrokenFileIsOneForcesTroubleAtLength(@ForAll("broken") Folder broken) {
    examine(broken);
  }

  private static void examine(Folder broken) {
    var sound = FORCES.getLast();
    var examined = CANDIDATES.examine(List.of(broken, sound), DEFAULTS, WORDS);
    assertThat(examined.getLast().fit()).isPresent();
    var candidate = examined.getFirst();
    assertThat(candidate.faults().isEmpty()).isEqualTo(candidate.fit().isPresent());
    assertThat(candidate.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.slug()).isEqualTo(broken.slug());
              assertThat(fault.file()).contains("/");
              assertThat(fault.message()).isNotBlank();
              assertThat(fault.advice()).isNotBlank();
            });
  }

  /** A part of a file is cut out, or junk or another part is put in its place. */
  @Provide
  Arbitrary<Folder> broken() {
    var whole = FORCES.getFirst();
    var junk =
        Arbitraries.oneOf(
            Arbitraries.of(JUNK),
            Arbitraries.strings().ofMaxLength(8),
            Arbitraries.of(lines(whole)));
    var place = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(place, Arbitraries.integers().between(0, 60), junk)
        .as((at, length, put) -> replaced(whole, at, length, put));
  }

  private static List<String> lines(Folder folder) {
    return text(folder).lines().map(line -> "\n" + line + "\n").toList();
  }

  private static Folder replaced(Folder whole, double at, int length, String put) {
    var text = text(whole);
    var from = (int) (at * text.length());
    var to = Math.min(text.length(), from + length);
    var files = new TreeMap<>(whole.files());
    files.put(ForceFile.NAME, text.substring(0, from) + put + text.substring(to));
    return new Folder(whole.slug(), files, List.of());
  }

  private static String text(Folder folder) {
    return folder.files().getOrDefault(ForceFile.NAME, "");
  }
}
