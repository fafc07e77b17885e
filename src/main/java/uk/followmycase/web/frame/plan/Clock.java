package uk.followmycase.web.frame.plan;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A clock on a wall somewhere in the world.
 *
 * @param zone as forms and the API name it
 * @param name country and town, in the language of the page
 */
record Clock(String zone, String name) {

  private static final Map<String, List<Clock>> ALL = new ConcurrentHashMap<>();

  /** All there are, by name. */
  static List<Clock> all(String language) {
    return ALL.computeIfAbsent(language, Clock::read);
  }

  /** The name of one in words. */
  static String named(String zone, String language) {
    return of(zone, ULocale.forLanguageTag(language)).name();
  }

  /** Whether there is one. */
  static boolean known(String zone) {
    return all("en").stream().anyMatch(clock -> clock.zone().equals(zone));
  }

  private static List<Clock> read(String language) {
    var locale = ULocale.forLanguageTag(language);
    var order = Collator.getInstance(locale);
    return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(zone -> of(zone, locale))
        .sorted(Comparator.comparing(Clock::name, order::compare))
        .toList();
  }

  private static Clock of(String zone, ULocale locale) {
    var country =
        LocaleDisplayNames.getInstance(locale).regionDisplayName(TimeZone.getRegion(zone));
    return new Clock(zone, country + ": " + town(zone, locale));
  }

  private static String town(String zone, ULocale locale) {
    @Nullable String town = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone);
    return town == null ? zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ') : town;
  }
}
