package uk.followmycase.web.officer.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How easily a text reads, by LIX: words in a sentence, and long words in a hundred (C. H.
 * Björnsson, Läsbarhet, 1968). It counts letters and no syllables, and so serves English and Welsh
 * alike. The school year is that of J. Anderson, Lix and Rix, Journal of Reading 26 (1983); at five
 * people start school.
 *
 * @param age at which most people can read it; 0 for no words at all
 * @param longWords that weigh on it, the longest first
 */
record Readability(int age, int wordsInSentence, List<String> longWords) {

  /** Most adults read at this age with ease. */
  static final int EASY = 11;

  /** Words in a sentence beyond which it is long. */
  static final int LONG_SENTENCE = 15;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
  private static final Pattern END = Pattern.compile("[.!?:]+(?=\\s|$)|\\R+");
  private static final int LONG = 7;
  private static final int SHOWN = 5;
  private static final int[] YEARS = {10, 15, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56};
  private static final int START = 6;

  static Readability of(String text) {
    var words = WORD.matcher(text).results().map(MatchResult::group).toList();
    if (words.isEmpty()) {
      return new Readability(0, 0, List.of());
    }
    var sentences =
        Math.max(
            1, (int) Stream.of(END.split(text)).filter(part -> WORD.matcher(part).find()).count());
    var longOnes = words.stream().filter(word -> word.length() >= LONG).toList();
    var lix = (double) words.size() / sentences + 100.0 * longOnes.size() / words.size();
    return new Readability(START + year(lix), words.size() / sentences, shown(longOnes));
  }

  /** Whether most adults read it with ease. */
  boolean easy() {
    return age <= EASY;
  }

  private static int year(double lix) {
    var year = 0;
    while (year < YEARS.length && lix >= YEARS[year]) {
      year++;
    }
    return year;
  }

  private static List<String> shown(List<String> words) {
    return words.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .limit(SHOWN)
        .toList();
  }
}
