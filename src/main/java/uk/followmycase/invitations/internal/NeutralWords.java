package uk.followmycase.invitations.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.TextSegments;

/**
 * What may stand on somebody's locked telephone.
 *
 * @param link as long as a real one of this force
 * @param names of the force, and its folder's
 */
record NeutralWords(String link, Collection<String> names) {

  private static final Pattern PLACE = Pattern.compile("\\{\\s*([A-Za-z]\\w*)\\s*[,}]");
  private static final String CODE = "code";
  private static final String ANY_CODE = "K4WM 7XRP 93HL 2FKY";

  /** Also what telephones make a link of by themselves. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?:|www\\.|\\w@\\w|\\w\\.[a-z]{2,}");

  /** What nobody may learn from a notice, by how the words start. */
  private static final String TELLING_ENGLISH =
      "abus|arrest|assault|bail|burgl|case|charged|child|coerc|convict|court|cps\\b|crim|custod"
          + "|defendant|detective|domestic|drug|evidence|firearm|forensic|fraud|guilt|harass"
          + "|homicid|incident|inquest|investigat|kill|knife|manslaughter|murder|offen[cd]|officer"
          + "|outcome|police|prison|prosecut|rape|rapist|referen|releas|report|robb|sentenc|sex"
          + "|stabb|stalk|steal|stole|suspect|theft|thie[fv]|threat|trial|unit\\b|victim|violen"
          + "|weapon|witness";

  /** The same; a word may have lost or changed its first letter. */
  private static final String TELLING_WELSH =
      "achos|aflonydd|amheu|arest|arf\\b|arfau\\b|[bf]ygyth|[bf]wrgl|[cg]h?am-drin"
          + "|[cg]h?anlyniad|[cg]h?archar|[cg]h?yfeirnod|[cg]h?yhudd|[cg]h?yllell|dd?alfa|dd?edfryd"
          + "|dd?ifrod|dd?igwyddiad|dd?ioddef|dd?itectif|dd?omestig|[td]wyll|[td]h?reial|[dt]h?yst"
          + "|[dt]h?rais|[dt]h?reisi|[dt]h?rosedd|dwyn\\b|erlyn|euog|heddlu|ll?adrad|ll?ofrudd"
          + "|ll?ys\\b|[mf]echnïaeth|[pb]h?lentyn|rh?ywiol|rh?yddha|stelc|swyddog|uned\\b|ymchwil"
          + "|ymosod";

  private static final Pattern TELLING =
      Pattern.compile("(?iu)\\b(" + TELLING_ENGLISH + "|" + TELLING_WELSH + ")\\w*");

  /** Words of forces' names that say nothing. */
  private static final Set<String> COMMON = Set.of("and", "the", "for");

  private static final int SHORTEST = 3;

  /**
   * One thing wrong.
   *
   * @param message what, to be read after the key
   */
  record Wrong(String message, String advice) {}

  Stream<Wrong> faults(String key, String words) {
    return Stream.of(
            telling(words),
            naming(key, words),
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

  private @Nullable Wrong naming(String key, String words) {
    var telling = names.stream().map(NeutralWords::lower);
    telling =
        neutral(key)
            ? telling.flatMap(NeutralWords::parts)
            : telling.filter(name -> name.contains(" "));
    var said = lower(words);
    return telling.anyMatch(name -> contains(said, name))
        ? new Wrong("names the force", "Leave the name out: the sender and the link are enough")
        : null;
  }

  private static boolean neutral(String key) {
    return key.contains(".typed.") || coded(key) || replaced(key);
  }

  /** Of what may go out by a neutral sender each part tells, and so do the first letters. */
  private static Stream<String> parts(String name) {
    var parts = name.split("\\P{L}+");
    var letters =
        Stream.of(parts)
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, 1))
            .collect(Collectors.joining());
    return Stream.concat(Stream.of(parts), Stream.of(letters))
        .filter(part -> part.length() >= SHORTEST && !COMMON.contains(part));
  }

  private static boolean contains(String words, String name) {
    return Pattern.compile("(?u)\\b" + Pattern.quote(name) + "\\b").matcher(words).find();
  }

  private static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
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
    if (replaced(key)) {
      return List.of();
    }
    return coded(key) ? List.of(CODE) : List.of(way(key), "days");
  }

  /** A message without a link holds a code to type instead; one of an update that to refuse it. */
  private static String way(String key) {
    return key.contains(".typed.") || coded(key) ? CODE : "link";
  }

  private static boolean coded(String key) {
    return key.startsWith("notice.code.") || key.startsWith("notice.update.");
  }

  private static boolean replaced(String key) {
    return key.startsWith("notice.replaced.");
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
