package uk.followmycase.invitations.internal;

import java.util.Collection;
import java.util.List;
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
  private static final String CODE = "code";
  private static final String ANY_CODE = "K4WM 7XRP 93HL 2FKY";

  /** Also what telephones make a link of by themselves. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?:|www\\.|\\w@\\w|\\w\\.[a-z]{2,}");

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
            places(key, words),
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

  private static @Nullable Wrong places(String key, String words) {
    var places = places(key);
    return PLACE.matcher(words).results().allMatch(place -> places.contains(place.group(1)))
        ? null
        : new Wrong("has a place that is not filled", "Use no other places than " + places);
  }

  private static List<String> places(String key) {
    if (key.startsWith("notice.update.")) {
      return List.of();
    }
    return key.startsWith("notice.code.") ? List.of(CODE) : List.of(way(key), "days");
  }

  /** A message without a link holds a code to type instead; one of an update holds neither. */
  private static String way(String key) {
    return key.contains(".typed.") || key.startsWith("notice.code.") ? CODE : "link";
  }

  private static @Nullable Wrong link(String key, String words) {
    var way = "{" + way(key) + "}";
    var wants = !key.endsWith(".subject");
    return places(key).isEmpty() || words.contains(way) == wants
        ? null
        : new Wrong(
            (wants ? "has no " : "has a ") + way,
            "Put " + way + " in texts and e-mails, not in subjects");
  }

  private @Nullable Wrong length(String key, String words) {
    var filled = words.replace("{link}", link).replace("{code}", ANY_CODE);
    var text = key.endsWith(".text") || key.equals("notice.code.body");
    return text && TextSegments.of(filled) > 1
        ? new Wrong(
            "does not fit one text together with a link of this force",
            "Shorten it, and use no letter with a circumflex and no curly apostrophe")
        : null;
  }
}
