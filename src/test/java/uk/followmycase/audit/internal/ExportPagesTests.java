package uk.followmycase.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** However many requests there are: what waits comes first, and each is on one page. */
@SpringBootTest
class ExportPagesTests {

  private static final int MANY = 120;
  private static final int PAGE = 50;

  @Autowired TrailExports exports;
  @Autowired Forces forces;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private ForceId force;
  private Requester one;
  private Requester two;

  @BeforeEach
  void fresh() {
    force = forces.all().getFirst().id();
    one = new Requester(somebody(), "One", null);
    two = new Requester(somebody(), "Two", null);
  }

  private static Actor somebody() {
    return new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString());
  }

  @Test
  void whatWaitsComesFirstHoweverMuchWasDecidedSince() {
    var forgotten = asked(1).getFirst();
    asked(MANY).forEach(handle -> call(() -> exports.decide(two, handle, true)));

    var first = page(null).exports().stream().map(Export::handle).toList();
    assertThat(first).contains(forgotten);
  }

  @Test
  void eachIsOnOnePageWhatWaitsBeforeWhatIsDecided() {
    var asked = asked(MANY);
    asked.subList(0, MANY / 2).forEach(handle -> call(() -> exports.decide(two, handle, false)));

    var mine = walked().stream().filter(export -> export.by().equals(one)).toList();
    assertThat(mine).extracting(Export::handle).doesNotHaveDuplicates().hasSameElementsAs(asked);
    assertThat(mine.subList(0, MANY / 2)).allMatch(export -> export.approved() == null);
    assertThat(mine.subList(MANY / 2, MANY)).allMatch(export -> export.approved() != null);
  }

  @Test
  void nothingThatWaitsIsPassedOverThoughThePageBeforeIsDecidedMeanwhile() {
    var asked = asked(MANY);
    var before = page(null);
    before.exports().forEach(export -> call(() -> exports.decide(two, export.handle(), true)));

    var rest = page(before.next().orElseThrow()).exports();
    assertThat(before.exports()).hasSize(PAGE);
    assertThat(rest)
        .extracting(Export::handle)
        .containsSequence(asked.reversed().subList(PAGE, 2 * PAGE));
  }

  @Test
  void aMarkThatIsNotOursIsTheStart() {
    asked(1);
    for (var strange : List.of("", "d", "w", "dxyz", "x".repeat(300))) {
      assertThat(page(strange)).as(strange).isEqualTo(page(null));
    }
  }

  /** Whose part of the list is read, the other is not touched. */
  @Test
  void eachPartIsReadByItsIndex() {
    asked(MANY).forEach(handle -> call(() -> exports.decide(two, handle, true)));
    asked(3);
    assertThat(plan(ExportRows.WAITING)).contains("trail_export_waiting").doesNotContain("Sort");
    assertThat(plan(ExportRows.DECIDED)).contains("trail_export_decided").doesNotContain("Sort");
  }

  private String plan(String statement) {
    return in(
        () -> {
          jdbc.sql("set local enable_seqscan = off; set local enable_bitmapscan = off").update();
          return String.join(
              "\n",
              jdbc.sql("explain (analyze, buffers, costs off, timing off) " + statement)
                  .param("force", force.value())
                  .param("at", TrailMark.START.at().atOffset(java.time.ZoneOffset.UTC))
                  .param("id", TrailMark.START.id())
                  .param("most", PAGE + 1)
                  .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                  .list());
        });
  }

  private List<Export> walked() {
    var all = new ArrayList<Export>();
    var page = page(null);
    all.addAll(page.exports());
    while (page.next().isPresent()) {
      page = page(page.next().get());
      all.addAll(page.exports());
    }
    return all;
  }

  private TrailExports.Page page(@Nullable String after) {
    return call(() -> exports.page(one.actor(), all -> about -> true, after));
  }

  private List<Handle> asked(int times) {
    var now = clock.instant();
    return IntStream.range(0, times)
        .mapToObj(
            n ->
                call(
                    () ->
                        exports.ask(
                            one,
                            new TrailQuestion(
                                new About.By(somebody()), now.minus(Duration.ofDays(1)), now),
                            "complaint " + n)))
        .toList();
  }

  private <T> T call(Supplier<T> work) {
    return ForceBinding.call(force, work::get);
  }

  private <R> R in(Supplier<R> work) {
    return Objects.requireNonNull(call(() -> transactions.execute(status -> work.get())));
  }
}
