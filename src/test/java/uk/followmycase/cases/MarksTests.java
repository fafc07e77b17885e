package uk.followmycase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTests {

  @ParameterizedTest
  @CsvSource({
    "Siân Rhys, sian rhys",
    "'RHYS, Sian', rhys sian",
    "Tomasz Zieliński, tomasz zielinski",
    "Paweł Wójcik, pawel wojcik",
    "'  Seán   O’Brien ', sean obrien",
    "Sean O'Brien, sean obrien",
    "Anne-Marie Løvås, anne marie lovas"
  })
  void namesAreTheSameHoweverTheyAreWritten(String written, String plain) {
    var words = plain.split(" ");
    java.util.Arrays.sort(words);
    assertThat(Marks.normalisedName(written)).isEqualTo(String.join(" ", words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "--", "’"})
  void whatHasNoLetterIsNoName(String written) {
    assertThat(Marks.normalisedName(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Ann Lee, Anne Lee", "Ann Lee, Ann Lee Roe", "Jo Ann, Joann"})
  void differentNamesStayDifferent(String one, String other) {
    assertThat(Marks.normalisedName(one)).isNotEqualTo(Marks.normalisedName(other));
  }
}
