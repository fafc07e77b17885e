package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CasePages.Officer;
import uk.followmycase.cases.CasePages.Told;
import uk.followmycase.tenancy.Stage;

/**
 * Everything a page of a case shows, language-neutral. Before its case comes it holds entries only.
 *
 * @param entries newest first, at most {@value #MOST}
 * @param older whether the timeline holds more than these
 */
record PageWords(@Nullable Front front, List<Entry> entries, boolean older) implements Words.Place {

  static final String PLACE = "police.case_page";

  static final int MOST = 50;

  static final PageWords EMPTY = new PageWords(null, List.of(), false);

  /** Newest first; of the same moment, the order of ids, so that all histories end alike. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed();

  @Override
  public String place() {
    return PLACE;
  }

  /** The case itself, as its newest version has it. */
  record Front(
      String reference,
      boolean incident,
      Stage stage,
      @Nullable String offence,
      @Nullable String outcome,
      Told told,
      @Nullable Officer officer) {}

  /** A line of the timeline. */
  record Entry(
      String id, Instant at, String kind, @Nullable String text, @Nullable String reason) {}

  PageWords with(Front newFront) {
    return new PageWords(newFront, entries, older);
  }

  /** The page with these entries too. */
  PageWords with(Collection<Entry> added) {
    var all = new ArrayList<>(entries);
    all.addAll(added);
    all.sort(ORDER);
    return all.size() <= MOST
        ? new PageWords(front, List.copyOf(all), older)
        : new PageWords(front, List.copyOf(all.subList(0, MOST)), true);
  }

  /** The page without these. When it then lacks what is older, it must be read anew. */
  PageWords without(Set<String> ids) {
    var left = entries.stream().filter(entry -> !ids.contains(entry.id())).toList();
    return new PageWords(front, left, older);
  }

  boolean lacksOlder() {
    return older && entries.size() < MOST;
  }

  /** The page with exactly this timeline. */
  PageWords anew(Collection<Entry> timeline) {
    return new PageWords(front, List.of(), false).with(timeline);
  }
}
