package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CasePages.Officer;
import uk.followmycase.cases.CasePages.Told;
import uk.followmycase.tenancy.Stage;

/**
 * Everything a page of a case shows, language-neutral. Before its case comes it holds entries only.
 *
 * @param entries newest first, at most {@value #MOST}
 * @param older whether the timeline holds more than these
 * @param reasons ids of the updates that say why the case ended, also where they are older than the
 *     entries; of very many, {@value #MOST}
 */
record PageWords(@Nullable Front front, List<Entry> entries, boolean older, List<String> reasons)
    implements Words.Place {

  static final String PLACE = "police.case_page";

  static final int MOST = 50;

  static final PageWords EMPTY = new PageWords(null, List.of(), false, List.of());

  /** Newest first; of the same moment, the order of ids, so that all histories end alike. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed();

  PageWords {
    // pages that were sealed before they kept their reasons
    reasons = reasons == null ? reasons(List.of(), entries) : List.copyOf(reasons);
  }

  private static List<String> reasons(List<String> kept, Collection<Entry> added) {
    return Stream.concat(kept.stream(), added.stream().filter(Closing::isReason).map(Entry::id))
        .sorted()
        .distinct()
        .limit(MOST)
        .toList();
  }

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
    return new PageWords(newFront, entries, older, reasons);
  }

  /** The page with these entries too. */
  PageWords with(Collection<Entry> added) {
    var all = new ArrayList<>(entries);
    all.addAll(added);
    all.sort(ORDER);
    var given = reasons(reasons, added);
    return all.size() <= MOST
        ? new PageWords(front, List.copyOf(all), older, given)
        : new PageWords(front, List.copyOf(all.subList(0, MOST)), true, given);
  }

  /** The page without these. When it then lacks what is older, it must be read anew. */
  PageWords without(Set<String> ids) {
    var left = entries.stream().filter(entry -> !ids.contains(entry.id())).toList();
    var given = reasons.stream().filter(id -> !ids.contains(id)).toList();
    return new PageWords(front, left, older, given);
  }

  boolean lacksOlder() {
    return older && entries.size() < MOST;
  }

  /** The page with exactly this timeline. */
  PageWords anew(Collection<Entry> timeline) {
    return new PageWords(front, List.of(), false, List.of()).with(timeline);
  }
}
