package followmycase.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTests {

  private static final Stock STOCK = Stock.read();
  private static final Corpus CORPUS = Corpus.of(7, 600, STOCK);
  private static final List<String> TEXTS = texts(CORPUS).toList();

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(Corpus.of(7, 600, STOCK)).isEqualTo(CORPUS);
    assertThat(Corpus.of(8, 600, STOCK)).isNotEqualTo(CORPUS);
  }

  @Test
  void aShuffledLoadSendsTheSameInAnotherOrder() {
    var shuffled = CORPUS.shuffled(1);
    assertThat(shuffled).isNotEqualTo(CORPUS).isEqualTo(CORPUS.shuffled(1));
    assertThat(texts(shuffled)).containsExactlyInAnyOrderElementsOf(TEXTS);
  }

  @Test
  void everyForceSends() {
    assertThat(CORPUS.lines().values()).hasSize(3).allMatch(lines -> lines.size() > 200);
  }

  @Test
  void nobodyCanBeReachedByAccident() {
    assertThat(
            found("\"kind\":\"phone\",\"value\":\"([^\"]*)\"").map(n -> n.replaceAll("[^\\d]", "")))
        .isNotEmpty()
        .filteredOn(digits -> digits.length() > 10)
        .allMatch(digits -> digits.matches(".*(7700900|1632960|120255501|33639|17139200).*"));
    assertThat(found("@[\\w.]+").map(domain -> domain.toLowerCase(java.util.Locale.ROOT)))
        .isNotEmpty()
        .allSatisfy(domain -> assertThat(domain).matches("@.*example\\.(com|org|net)"));
  }

  @Test
  void theMessIsThere() {
    assertThat(found("\"outcome\":\"(\\w+)\"").collect(java.util.stream.Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(26);
    assertThat(lines("\"withdrawal\"")).isNotEmpty();
    assertThat(lines("\"language\":\"cy\"")).isNotEmpty();
    assertThat(lines("محمد|Шевченко|王|Siân|ap Gwilym")).isNotEmpty();
    assertThat(lines("\"shared\":true")).isNotEmpty();
    assertThat(lines("officer-changed")).isNotEmpty();
    assertThat(lines("2025-10-26T01:30:00|2026-03-29T0")).isNotEmpty();
    assertThat(lines("\\+33 6 39 98|\\+1 202-555-01|\\+49 171|0049-171")).isNotEmpty();
    assertThat(TEXTS).doesNotHaveDuplicates().hasSizeLessThan(CORPUS.size());
  }

  @Test
  void someAreVictimsOfSeveralForces() {
    var people = found("-P(\\d+)\"").collect(java.util.stream.Collectors.toSet());
    var withForce = found("\"id\":\"(\\w\\w-P\\d+)\"").collect(java.util.stream.Collectors.toSet());
    assertThat(withForce.size()).isGreaterThan(people.size() + 5);
  }

  @Test
  void theOtherSideOfACounterAllegationIsItsVictim() {
    var counter =
        java.util.stream.IntStream.range(0, 600)
            .mapToObj(n -> Plot.of(7, STOCK, n))
            .filter(Plot::counter)
            .toList();
    assertThat(counter).isNotEmpty();
    assertThat(counter)
        .allSatisfy(
            plot ->
                assertThat(new Cast(plot, STOCK).others())
                    .extracting(party -> party.get("id"))
                    .contains(plot.otherSide(STOCK).victims().getFirst().id(plot.system())));
  }

  @Test
  void statusesAreTheForcesOwnWords() throws java.io.IOException {
    for (var system : STOCK.systems()) {
      var settings =
          java.nio.file.Files.readString(
              java.nio.file.Path.of("tenants", system.slug(), "force.yaml"));
      system
          .statuses()
          .forEach(
              (stage, words) ->
                  words.forEach(
                      word -> assertThat(settings).contains("  " + word + ": " + stage + "\n")));
    }
  }

  private static Stream<String> texts(Corpus corpus) {
    return corpus.lines().values().stream().flatMap(List::stream).map(Line::text).distinct();
  }

  private static Set<String> lines(String pattern) {
    var compiled = Pattern.compile(pattern);
    var lines = new HashSet<String>();
    TEXTS.stream().filter(text -> compiled.matcher(text).find()).forEach(lines::add);
    return lines;
  }

  /** Each match's first group, or the whole of it. */
  private static Stream<String> found(String pattern) {
    var compiled = Pattern.compile(pattern);
    var found = new TreeSet<String>();
    for (var text : TEXTS) {
      var matcher = compiled.matcher(text);
      while (matcher.find()) {
        found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
      }
    }
    return found.stream();
  }
}
