package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

  private static final ULocale WELSH = new ULocale("cy", "GB");

  @Test
  void defaultsSayTheSameThingsInBothLanguages() {
    var english = new WordingFiles(Tenants.defaults(), ULocale.UK);
    var welsh = new WordingFiles(Tenants.defaults(), WELSH);
    assertThat(english.faults()).isEmpty();
    assertThat(welsh.faults()).isEmpty();
    assertThat(places(welsh)).isEqualTo(places(english)).isNotEmpty();
  }

  @Test
  void aTextWithoutPlacesIsReturnedAsItStands() {
    assertThat(Text.of("Don't worry, it's 5 o''clock", ULocale.UK).with(Map.of()))
        .isEqualTo("Don't worry, it's 5 o'clock");
  }

  @Test
  void placesAreFilledByName() {
    var text = Text.of("{who} wrote on {day}", ULocale.UK);
    assertThat(text.with(Map.of("who", "{x} '", "day", "Monday", "more", 1)))
        .isEqualTo("{x} ' wrote on Monday");
  }

  @Test
  void everyTextThatIsOnlyFilledReadsAsIcuWouldWriteIt() {
    var filled = 0;
    for (var language : List.of(ULocale.UK, WELSH)) {
      for (var text : new WordingFiles(Tenants.defaults(), language).texts().values()) {
        if (text instanceof Text.Filled simple) {
          var values =
              simple.places().stream().collect(Collectors.toMap(name -> name, name -> "'{" + name));
          assertThat(simple.with(values)).isEqualTo(simple.shaped().with(values));
          filled++;
        }
      }
    }
    assertThat(filled).isGreaterThan(100);
    assertThat(Text.of("{n} of {all}", ULocale.UK).with(Map.of("n", 1000, "all", "2")))
        .as("numbers are ICU's to write")
        .isEqualTo("1,000 of 2");
  }

  @Test
  void aPlaceWithoutValueIsNoticed() {
    assertThatThrownBy(() -> Text.of("Dear {who}", ULocale.UK).with(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numberedPlacesAreRefused() {
    assertThatThrownBy(() -> Text.of("Dear {0}", ULocale.UK)).hasMessageContaining("names");
  }

  @ParameterizedTest
  @CsvSource({"0,dim cŵn", "1,un ci", "2,dau gi", "3,tri chi", "6,chwe chi", "7,7 ci"})
  void welshHasSixPluralForms(int count, String said) {
    var text =
        Text.of(
            "{n, plural, zero {dim cŵn} one {un ci} two {dau gi} few {tri chi} many {chwe chi} other {# ci}}",
            WELSH);
    assertThat(text.with(Map.of("n", count))).isEqualTo(said);
  }

  @Test
  void aForcesTextLiesOverTheDefault() {
    var key = anyKey();
    var words = wordsOf("{}=Ours".replace("{}", key), key + "=Ein un ni");
    assertThat(words.in(java.util.Locale.UK).find(key)).isEqualTo(new Text.Plain("Ours"));
    assertThat(words.in(uk.followmycase.tenancy.Wording.WELSH).find(key))
        .isEqualTo(new Text.Plain("Ein un ni"));
  }

  @Test
  void aForcesTextStandsInBothLanguagesAndOverSomething() {
    var key = anyKey();
    assertThat(faults("\n" + key + "=Ours", "")).containsExactly(key + " is missing in cy@2");
    assertThat(faults("no.such=x", "no.such=x"))
        .containsExactlyInAnyOrder("no.such lies over no text@1", "no.such lies over no text@1");
    assertThat(faults(key + "=A\n" + key + "=B", key + "=C"))
        .containsExactly(key + " stands twice@1");
    assertThat(faults(key + "={unheard}", key + "=x"))
        .containsExactly(key + " uses places that are not filled@1");
    assertThat(faults(key + "={broken", key + "=x")).isNotEmpty();
    assertThat(faults(key + "=\\u12", key + "=x")).isNotEmpty();
  }

  @Test
  void aForceAddsReasonsOfItsOwn() {
    var words =
        wordsOf(
            String.join("\n", "reason.outcome-18-1=Ours", "reason.outcome-18-9=One more"),
            String.join("\n", "reason.outcome-18-1=Ein un ni", "reason.outcome-18-9=Un arall"));
    assertThat(words.in(java.util.Locale.UK).find("reason.outcome-18-1"))
        .isEqualTo(new Text.Plain("Ours"));
    assertThat(words.in(uk.followmycase.tenancy.Wording.WELSH).find("reason.outcome-18-9"))
        .isEqualTo(new Text.Plain("Un arall"));
    assertThat(words.in(java.util.Locale.UK).find("reason.outcome-18-2")).isNotNull();
    assertThat(faults("reason.outcome-18-9=One more", ""))
        .containsExactly("reason.outcome-18-9 is missing in cy@1");
    assertThat(faults("reason.outcome-99-1=x", "reason.outcome-99-1=x"))
        .hasSize(2)
        .allMatch(fault -> fault.contains("lies over no text"));
    assertThat(faults("reason.outcome-18-9={name}", "reason.outcome-18-9=x"))
        .containsExactly("reason.outcome-18-9 uses places that are not filled@1");
  }

  private static Words wordsOf(String english, String welsh) {
    return Tenants.examine(folder(english, welsh)).fit().orElseThrow().words();
  }

  private static List<String> faults(String english, String welsh) {
    return Tenants.examine(folder(english, welsh)).faults().stream()
        .map(fault -> fault.message() + "@" + fault.line())
        .toList();
  }

  private static Folder folder(String english, String welsh) {
    var folder = Tenants.example();
    var file = anyFile();
    folder.files().put(file, english);
    folder.files().put(file.replace("_en.", "_cy."), welsh);
    return folder;
  }

  private static String anyFile() {
    return Tenants.defaults().files().keySet().stream()
        .filter(name -> name.endsWith("_en.properties"))
        .findFirst()
        .orElseThrow();
  }

  private static String anyKey() {
    return new WordingFiles(Tenants.defaults(), ULocale.UK)
        .texts().entrySet().stream()
            .filter(text -> text.getValue().places().isEmpty())
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst()
            .orElseThrow();
  }

  private static Map<String, ?> places(WordingFiles files) {
    return files.texts().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, text -> text.getValue().places(), (a, b) -> a, TreeMap::new));
  }
}
