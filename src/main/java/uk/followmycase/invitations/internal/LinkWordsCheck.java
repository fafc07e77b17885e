package uk.followmycase.invitations.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;
import uk.followmycase.tenancy.Forces.Source;
import uk.followmycase.tenancy.Sites;

/** Refuses a force whose notices would say too much, or too much for one text. */
@Component
class LinkWordsCheck implements Forces.Check {

  private static final List<String> FILES =
      List.of(
          "wording/invitation_en.properties",
          "wording/invitation_cy.properties",
          "wording/news_en.properties",
          "wording/news_cy.properties",
          "wording/codes_en.properties",
          "wording/codes_cy.properties");
  private static final Pattern OURS = Pattern.compile("notice\\..*");
  private static final String ANY_TOKEN = "x".repeat(43);

  private final Sites sites;

  LinkWordsCheck(Sites sites) {
    this.sites = sites;
  }

  @Override
  public List<Fault> check(Files files) {
    var settings = files.settings();
    var neutral =
        new NeutralWords(
            sites.address(settings.host()) + LinkWords.PATH + ANY_TOKEN, settings.name().values());
    return FILES.stream()
        .flatMap(name -> files.source(name).stream())
        .flatMap(source -> faults(files.slug(), source, neutral))
        .toList();
  }

  private static Stream<Fault> faults(String slug, Source source, NeutralWords neutral) {
    var words = words(source);
    return words.stringPropertyNames().stream()
        .filter(key -> OURS.matcher(key).matches())
        .sorted()
        .flatMap(
            key ->
                neutral
                    .faults(key, words.getProperty(key))
                    .map(
                        fault ->
                            new Fault(
                                slug,
                                source.path(),
                                line(key, source),
                                key + " " + fault.message(),
                                fault.advice())));
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
