package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForceCodeTests {

  @Test
  void isHandedOverInGroupsThatNeitherLookNorSoundAlike() {
    assertThat(Stream.generate(ForceCode::fresh).limit(500).map(ForceCode::spoken))
        .doesNotHaveDuplicates()
        .allMatch(spoken -> spoken.matches("([234679FHKLMPRWXY]{4}-){2}[234679FHKLMPRWXY]{4}"));
  }

  @Test
  void usesItsWholeAlphabetEvenly() {
    var counts = new int[128];
    Stream.generate(ForceCode::fresh)
        .limit(20_000)
        .flatMapToInt(code -> code.spoken().replace("-", "").chars())
        .forEach(character -> counts[character]++);
    for (var character : "234679FHKLMPRWXY".toCharArray()) {
      assertThat(counts[character]).isBetween(14_300, 15_700);
    }
  }

  @Test
  void isFoundAgainHoweverItIsTyped() {
    var code = ForceCode.fresh();
    var encoded = code.encoded();
    assertThat(ForceCode.matches(code.spoken(), encoded)).isTrue();
    assertThat(
            ForceCode.matches(
                " " + code.spoken().toLowerCase(Locale.ROOT).replace("-", " "), encoded))
        .isTrue();
    assertThat(ForceCode.matches(ForceCode.fresh().spoken(), encoded)).isFalse();
    assertThat(ForceCode.matches("", encoded)).isFalse();
    assertThat(ForceCode.matches("K".repeat(100_000), encoded)).isFalse();
  }

  @Test
  void neverShowsItselfByAccident() {
    var code = ForceCode.fresh();
    assertThat(code.toString()).doesNotContain(code.spoken().substring(0, 4));
    assertThat(code.encoded())
        .isNotEqualTo(code.encoded())
        .doesNotContain(code.spoken().replace("-", ""));
  }
}
