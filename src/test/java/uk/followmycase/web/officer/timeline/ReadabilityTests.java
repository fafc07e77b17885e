package uk.followmycase.web.officer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** How words read. */
class ReadabilityTests {

  @Test
  void everydayWordsReadEasily() {
    assertThat(
            Readability.of("We have asked for the camera pictures. We will call you soon.").easy())
        .isTrue();
    assertThat(Readability.of("Rydym wedi gofyn am y lluniau. Byddwn yn eich ffonio.").easy())
        .isTrue();
  }

  @Test
  void longWordsAndSentencesDoNot() {
    var hard =
        Readability.of(
            "Notwithstanding considerable investigative endeavours, insufficient evidential"
                + " material was identified to substantiate a realistic prospect of conviction.");
    assertThat(hard.easy()).isFalse();
    assertThat(hard.longWords()).hasSize(5).startsWith("Notwithstanding");
    assertThat(hard.wordsInSentence()).isGreaterThan(15);
  }

  @Test
  void noWordsHaveNoAge() {
    assertThat(Readability.of(" ... ").age()).isZero();
  }

  @Property(tries = 200, seed = "20261122")
  void anythingCanBeRead(@ForAll String text) {
    assertThat(Readability.of(text).age()).isBetween(0, 18);
  }

  @Property(tries = 100, seed = "20261122")
  void saidTwiceItReadsAlike(@ForAll("sentences") String text) {
    assertThat(Readability.of(text + " " + text).age()).isEqualTo(Readability.of(text).age());
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> sentences() {
    return net.jqwik.api.Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(words -> String.join(" ", words) + ".");
  }
}
