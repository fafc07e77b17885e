package uk.followmycase.invitations.internal;

import java.util.Collection;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.TextSegments;

/**
 * What may stand on somebody's locked telephone.
 *
 * @param link as long as a real one of this force
 * @param names of the force
 */
record NeutralWords(String link, Collection<String> names) {

  private static final Pattern PLACE = Pattern.compile("\\{\\s*([A-Za-z]\\w*)\\s*[,}]");
  private static final Set<String> PLACES = Set.of("link", "days");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.|\\w@\\w");

  /** What nobody may learn from a notice, by how the words start, in English and in Welsh. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?iu)\\b(abus|arrest|assault|bail|case|court|crim|domestic|forensic|incident|investigat"
              + "|offen[cd]|officer|police|prosecut|rape|referen|report|sexual|suspect|unit\\b"
              + "|victim|violen|witness"
              + "|achos|amheu|arest|cam-drin|cyfeirnod|dioddef|digwyddiad|domestig|heddlu|llys"
              + "|mechnïaeth|rhywiol|swyddog|trais|treisi|trosedd|tyst|uned\\b|ymchwil|ymosod)\\w*");

  /**
   * One thing wrong.
   *
   * @param message what, to be read after the key
   */
  record Wrong(String message, String advice) {}

  Stream<Wrong> faults(String key, String words) {
    return Stream.of(
            telling(words),
            naming(words),
            addresses(words),
            places(words),
            link(key, words),
            length(key, words))
        .flatMap(Stream::ofNullable);
  }

  private static @Nullable Wrong telling(String words) {
    return TELLING
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .map(
            word ->
                new Wrong(
                    "says \"" + word + "\", and anybody may read it over a shoulder",
                    "Say nothing of who asks, about what, or whom"))
        .orElse(null);
  }

  private @Nullable Wrong naming(String words) {
    return names.stream().anyMatch(words::contains)
        ? new Wrong("names the force", "Leave the name out: the sender and the link are enough")
        : null;
  }

  private static @Nullable Wrong addresses(String words) {
    return ADDRESS.matcher(words).find()
        ? new Wrong(
            "holds an address of its own", "Keep {link} alone: people learn to trust one address")
        : null;
  }

  private static @Nullable Wrong places(String words) {
    return PLACE.matcher(words).results().allMatch(place -> PLACES.contains(place.group(1)))
        ? null
        : new Wrong("has a place that is not filled", "Use {link} and {days} only");
  }

  private static @Nullable Wrong link(String key, String words) {
    var wants = !key.endsWith(".subject");
    return words.contains("{link}") == wants
        ? null
        : new Wrong(
            wants ? "has no {link}" : "has a {link}",
            "Put {link} in texts and e-mails, not in subjects");
  }

  private @Nullable Wrong length(String key, String words) {
    return key.endsWith(".text") && TextSegments.of(words.replace("{link}", link)) > 1
        ? new Wrong(
            "does not fit one text together with a link of this force",
            "Shorten it, and use no letter with a circumflex and no curly apostrophe")
        : null;
  }
}
