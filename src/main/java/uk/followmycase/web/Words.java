package uk.followmycase.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import uk.followmycase.tenancy.Wording;

/**
 * The words of one page: its reader's language, and dates by the force's wall clock.
 *
 * @param language English or Welsh
 * @param wording where the words stand
 * @param zone wall clock
 */
public record Words(Locale language, Wording wording, ZoneId zone) {

  /** The language for {@code lang} attributes. */
  public String code() {
    return language.getLanguage();
  }

  /** Whether the reader asked for Welsh. */
  public boolean welsh() {
    return language.equals(Wording.WELSH);
  }

  /** The text for a key. */
  public String say(String key) {
    return wording.text(language, key);
  }

  /** The text for a key with one named place filled. */
  public String say(String key, String name, Object value) {
    return wording.text(language, key, Map.of(name, value));
  }

  /** The text for a key with named places filled. */
  public String say(String key, Map<String, ?> values) {
    return wording.text(language, key, values);
  }

  /** A text of several paragraphs or list items, one a line. */
  public List<String> lines(String key) {
    return say(key).lines().toList();
  }

  /** As {@link #lines(String)}, with named places filled. */
  public List<String> lines(String key, Map<String, ?> values) {
    return say(key, values).lines().toList();
  }

  /** Whether a text stands for the key. */
  public boolean has(String key) {
    return wording.has(language, key);
  }

  /** What stands for the reader's language in a text by language, else the English. */
  public String of(Map<String, String> byLanguage) {
    return Objects.requireNonNull(
        byLanguage.getOrDefault(code(), Objects.requireNonNull(byLanguage.get("en"))));
  }

  /** A day: {@code 4 March 2026}. */
  public String day(LocalDate date) {
    return Dates.day(language, date);
  }

  /** The day of a moment by the wall clock. */
  public String day(Instant at) {
    return day(at.atZone(zone).toLocalDate());
  }

  /** A time of day by the wall clock: {@code 3:15pm}. */
  public String time(Instant at) {
    var time = at.atZone(zone).toLocalTime();
    return say(Dates.part(time), "clock", Dates.clock(time));
  }

  /** A moment by the wall clock: {@code 4 March 2026, 3:15pm}. */
  public String moment(Instant at) {
    return day(at) + ", " + time(at);
  }
}
