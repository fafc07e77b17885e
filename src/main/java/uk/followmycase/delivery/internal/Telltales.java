package uk.followmycase.delivery.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.tenancy.Forces.Files;

/** Words by which a sender tells who sends: of the police's trade, and of one force. */
final class Telltales {

  /** In both languages, also as parts of longer words; and the name of what people sign in to. */
  private static final List<String> TRADE =
      List.of(
          "police",
          "heddlu",
          "constab",
          "cwnstabl",
          "crime",
          "criminal",
          "trosedd",
          "victim",
          "dioddef",
          "justice",
          "cyfiawnder",
          "cjsm",
          "followmycase",
          "dilynfyachos");

  private static final Set<String> ANYBODYS = Set.of("service", "gwasanaeth");
  private static final int A_WORD = 4;
  private static final int INITIALS = 3;

  private final Set<String> words = new HashSet<>(TRADE);
  private final Set<String> initials = new HashSet<>();

  /** Those of the police, and of the names, the folder and the host of a force. */
  Telltales(Files files) {
    var settings = files.settings();
    settings.name().values().forEach(this::learn);
    add(plain(files.slug()));
    var labels = settings.host().split("\\.", -1);
    Stream.of(labels).limit(labels.length - 1L).map(Telltales::plain).forEach(this::add);
  }

  private void learn(String name) {
    var parts = Stream.of(apart(name)).filter(part -> !part.isEmpty()).toList();
    parts.forEach(this::add);
    initials.add(initials(parts.stream()));
    initials.add(initials(parts.stream().filter(part -> part.length() >= A_WORD)));
    initials.removeIf(some -> some.length() < INITIALS);
  }

  private void add(String word) {
    if (word.length() >= A_WORD && !ANYBODYS.contains(word)) {
      words.add(word);
    }
  }

  private static String initials(Stream<String> parts) {
    return parts.map(part -> part.substring(0, 1)).collect(Collectors.joining());
  }

  /** One that this holds, however it is written. */
  Optional<String> in(String text) {
    var plain = plain(text);
    return Stream.concat(
            words.stream().filter(plain::contains),
            initials.stream()
                .filter(some -> Arrays.stream(apart(text)).anyMatch(it -> it.startsWith(some))))
        .findFirst();
  }

  private static String plain(String text) {
    return String.join("", apart(text));
  }

  /** Its words in small letters without accents. */
  private static String[] apart(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .split("[^a-z0-9]+", -1);
  }
}
