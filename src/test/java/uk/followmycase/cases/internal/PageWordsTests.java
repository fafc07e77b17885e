package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.followmycase.cases.internal.PageWords.Entry;

class PageWordsTests {

  private static final Instant DAY = Instant.parse("2026-10-25T00:30:00Z");

  @Property(tries = 100, seed = "7")
  void aPageEndsTheSameInWhateverOrderItsEntriesCome(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 500) Integer> minutes) {
    var distinct = minutes.stream().distinct().toList();
    var one = PageWords.EMPTY;
    for (var minute : distinct) {
      one = one.with(List.of(entry(minute)));
    }
    var all = PageWords.EMPTY.with(distinct.stream().map(PageWordsTests::entry).toList());
    assertThat(one).isEqualTo(all);
    assertThat(one.entries()).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    assertThat(one.older()).isEqualTo(distinct.size() > PageWords.MOST);
  }

  @Test
  void aFullPageThatLosesAnEntryMustBeReadAnew() {
    var timeline = IntStream.range(0, 60).mapToObj(PageWordsTests::entry).toList();
    var page = PageWords.EMPTY.with(timeline);
    assertThat(page.lacksOlder()).isFalse();
    var shorter = page.without(Set.of("59"));
    assertThat(shorter.lacksOlder()).isTrue();
    var anew = shorter.anew(timeline.subList(0, 59));
    assertThat(anew.entries()).hasSize(PageWords.MOST).first().isEqualTo(entry(58));
    assertThat(anew.older()).isTrue();
  }

  @Test
  void reasonsStandHoweverOldAndGoWhenTheyAreTakenBack() {
    var why = new Entry("why", DAY.minusSeconds(60), Closing.KIND, "Nobody was found.", null);
    var later = IntStream.range(0, 60).mapToObj(PageWordsTests::entry).toList();
    var page = PageWords.EMPTY.with(List.of(why)).with(later);
    assertThat(page.entries()).doesNotContain(why);
    assertThat(page.reasons()).extracting(PageWords.Reason::id).containsExactly("why");
    assertThat(PageWords.EMPTY.with(later).with(List.of(why))).isEqualTo(page);
    assertThat(page.without(Set.of("why")).reasons()).isEmpty();
  }

  @Test
  void aPageThatWasSealedBeforeItKeptThemKnowsItsReasons() {
    var sealed =
        """
        {"entries": [{"id": "why", "at": 0, "kind": "outcome", "text": "Nobody was found."}],
          "older": true}""";
    var page =
        Words.read(sealed.getBytes(java.nio.charset.StandardCharsets.UTF_8), PageWords.class);
    assertThat(page.reasons()).extracting(PageWords.Reason::id).containsExactly("why");
  }

  @Test
  void aPageThatWasSealedWithTheirIdsAloneKeepsThem() {
    var sealed = "{\"entries\": [], \"older\": true, \"reasons\": [\"why\"]}";
    var page = read(sealed);
    assertThat(page.reasons()).containsExactly(new PageWords.Reason("why", null, null));
    assertThat(read(new String(Words.bytes(page), java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(page);
    var why = new Entry("why", DAY, Closing.KIND, null, "outcome-18-1");
    var again = page.with(List.of(why));
    assertThat(again.reasons()).containsExactly(new PageWords.Reason("why", DAY, "outcome-18-1"));
    assertThat(read(new String(Words.bytes(again), java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(again);
  }

  private static PageWords read(String sealed) {
    return Words.read(sealed.getBytes(java.nio.charset.StandardCharsets.UTF_8), PageWords.class);
  }

  private static Entry entry(int minute) {
    return new Entry(
        Integer.toString(minute), DAY.plusSeconds(60L * minute), "general", null, null);
  }
}
