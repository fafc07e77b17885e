package uk.followmycase.cases.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CasePages.Officer;
import uk.followmycase.cases.CasePages.Told;
import uk.followmycase.tenancy.Stage;

/**
 * Everything a page of a case shows, language-neutral. Before its case comes it holds entries only.
 *
 * @param entries newest first, at most {@value #MOST}
 * @param older whether the timeline holds more than these
 * @param reasons the updates that say why a case ended, also where they are older than the entries;
 *     newest first, of very many {@value #MOST}
 */
record PageWords(@Nullable Front front, List<Entry> entries, boolean older, List<Reason> reasons)
    implements Words.Place {

  static final String PLACE = "police.case_page";

  static final int MOST = 50;

  static final PageWords EMPTY = new PageWords(null, List.of(), false, List.of());

  /** Newest first; of the same moment, the order of ids, so that all histories end alike. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed();

  private static final Comparator<Reason> NEWEST =
      Comparator.comparing(Reason::at, Comparator.nullsFirst(Comparator.reverseOrder()))
          .thenComparing(Reason::id);

  PageWords {
    // pages that were sealed before they kept their reasons
    reasons = reasons == null ? reasons(List.of(), entries) : List.copyOf(reasons);
  }

  private static List<Reason> reasons(List<Reason> kept, Collection<Entry> added) {
    var byId = new TreeMap<String, Reason>();
    kept.forEach(reason -> byId.put(reason.id(), reason));
    added.stream().filter(Closing::isReason).forEach(why -> byId.put(why.id(), Reason.of(why)));
    return byId.values().stream().sorted(NEWEST).limit(MOST).toList();
  }

  @Override
  public String place() {
    return PLACE;
  }

  /**
   * The case itself, as its newest version has it.
   *
   * @param decided when the day of the outcome begins; null where nobody told it
   */
  record Front(
      String reference,
      boolean incident,
      Stage stage,
      @Nullable String offence,
      @Nullable String outcome,
      @Nullable Instant decided,
      Told told,
      @Nullable Officer officer) {}

  /** A line of the timeline. */
  record Entry(
      String id, Instant at, String kind, @Nullable String text, @Nullable String reason) {}

  /**
   * That an update says why a case ended.
   *
   * @param at when it was written; null on pages that were sealed before they kept it
   * @param key of the sentence, where it is one of the bank's
   */
  record Reason(String id, @Nullable Instant at, @Nullable String key) {

    /** Pages that were sealed before they kept more have the bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Reason known(String id) {
      return new Reason(id, null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Reason read(
        @JsonProperty("id") String id,
        @JsonProperty("at") @Nullable Instant at,
        @JsonProperty("key") @Nullable String key) {
      return new Reason(id, at, key);
    }

    private static Reason of(Entry entry) {
      return new Reason(entry.id(), entry.at(), entry.reason());
    }
  }

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
    var given = reasons.stream().filter(why -> !ids.contains(why.id())).toList();
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
