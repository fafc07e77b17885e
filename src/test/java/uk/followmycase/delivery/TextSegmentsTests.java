package uk.followmycase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSegmentsTests {

  @Test
  void countsTheGsmAlphabet() {
    assertThat(TextSegments.of("")).isEqualTo(1);
    assertThat(TextSegments.of("a".repeat(160))).isEqualTo(1);
    assertThat(TextSegments.of("a".repeat(161))).isEqualTo(2);
    assertThat(TextSegments.of("a".repeat(306))).isEqualTo(2);
    assertThat(TextSegments.of("a".repeat(307))).isEqualTo(3);
    assertThat(TextSegments.of("àèéìòùäöüñ".repeat(16))).isEqualTo(1);
  }

  @Test
  void extendedCharactersTakeTwoPlaces() {
    assertThat(TextSegments.of("€".repeat(80))).isEqualTo(1);
    assertThat(TextSegments.of("€".repeat(81))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"â", "ê", "î", "ô", "û", "ŵ", "ŷ", "’", "–", "`"})
  void oneOtherCharacterMakesTheTextLong(String character) {
    assertThat(TextSegments.of(character + "a".repeat(69))).isEqualTo(1);
    assertThat(TextSegments.of(character + "a".repeat(70))).isEqualTo(2);
    assertThat(TextSegments.of(character + "a".repeat(134))).isEqualTo(3);
  }

  @Test
  void whatLiesOutsideTheBasicPlaneTakesTwoUnits() {
    assertThat(TextSegments.of("😀".repeat(35))).isEqualTo(1);
    assertThat(TextSegments.of("😀".repeat(36))).isEqualTo(2);
  }
}
