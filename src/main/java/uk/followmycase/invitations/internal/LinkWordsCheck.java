package uk.followmycase.invitations.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;
import uk.followmycase.tenancy.Forces.Source;
import uk.followmycase.tenancy.Sites;

/**
 * Refuses a force whose notices would say too much, or too much for one text: whichever of its
 * files the words stand in, and also where they are the defaults' and only the link is its own.
 */
@Component
class LinkWordsCheck implements Forces.Check {

  private static final List<String> LANGUAGES = List.of("_en.properties", "_cy.properties");
  private static final Pattern OURS = Pattern.compile("notice\\..*");
  private static final String ANY_TOKEN = "x".repeat(43);

  private final Sites sites;

  LinkWordsCheck(Sites sites) {
    this.sites = sites;
  }

  /** Words that will be used, and where they stand. */
  private record Used(String key, String words, Source source) {}

  @Override
  public List<Fault> check(Files files) {
    var settings = files.settings();
    var neutral =
        new NeutralWords(
            sites.address(settings.host()) + LinkWords.PATH + ANY_TOKEN,
            Stream.concat(
                    settings.name().values().stream(), Stream.of(files.slug().replace('-', ' ')))
                .toList());
    return LANGUAGES.stream()
        .flatMap(language -> used(files, language).stream())
        .flatMap(used -> faults(files.slug(), used, neutral))
        .toList();
  }

  /** Of each key, what holds. */
  private static Collection<Used> used(Files files, String language) {
    var used = new TreeMap<String, Used>();
    files.sources("wording/").stream()
        .filter(source -> source.path().endsWith(language))
        .forEach(
            source ->
                words(source)
                    .forEach(
                        (key, words) ->
                            used.putIfAbsent(
                                (String) key, new Used((String) key, (String) words, source))));
    used.keySet().removeIf(key -> !OURS.matcher(key).matches());
    return used.values();
  }

  private static Stream<Fault> faults(String slug, Used used, NeutralWords neutral) {
    return neutral
        .faults(used.key(), used.words())
        .map(
            fault ->
                new Fault(
                    slug,
                    used.source().path(),
                    line(used.key(), used.source()),
                    used.key() + " " + fault.message(),
                    fault.advice()));
  }

  /** What cannot be read is the wording's own check to refuse. */
  private static Properties words(Source source) {
    var words = new Properties();
    try {
      words.load(new StringReader(source.text()));
    } catch (IOException | IllegalArgumentException unreadable) {
      words.clear();
    }
    return words;
  }

  private static int line(String key, Source source) {
    var lines = source.text().lines().toList();
    return IntStream.range(0, lines.size())
            .filter(index -> lines.get(index).strip().startsWith(key))
            .findFirst()
            .orElse(-1)
        + 1;
  }
}
