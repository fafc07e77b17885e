package followmycase.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A made-up force's records system, as {@code forces.yaml} describes it.
 *
 * @param share how many of a hundred cases are its own
 * @param welsh how many of a hundred people wish for Welsh
 * @param references ways of writing one reference; the first is the proper one
 * @param versionsCount whether versions count from one, or are the time of the change
 * @param statuses its own words by stage
 */
record RecordsSystem(
    String slug,
    String prefix,
    int share,
    int welsh,
    List<String> references,
    boolean versionsCount,
    List<Area> areas,
    List<String> units,
    Map<String, List<String>> statuses) {

  /** A place of the force. */
  record Area(String code, String name, String town, String postcode) {}

  /** Its words for a stage. */
  List<String> words(String stage) {
    return Objects.requireNonNull(statuses.get(stage), stage);
  }

  /** The reference of a case, written in one of the ways people write it. */
  String reference(int number, int year, int way) {
    return references
        .get(way % references.size())
        .replace("{n7}", String.format(Locale.ROOT, "%07d", number))
        .replace("{n}", Integer.toString(number))
        .replace("{yy}", String.format(Locale.ROOT, "%02d", year % 100));
  }
}
