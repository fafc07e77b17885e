package uk.followmycase.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CasePages.Entry;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** Makes what a victim sees of the words of a page; a desk shows the very same. */
@Component
class ShownPages {

  private final Forces forces;
  private final Clock clock;

  ShownPages(Forces forces, Clock clock) {
    this.forces = forces;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param heard when the force's feed was last heard
   */
  Page page(
      Handle handle, PageWords words, Instant toldAt, @Nullable Instant heard, boolean readOnly) {
    var front = Objects.requireNonNull(words.front(), "A page of a case that nobody told of");
    var timeline =
        words.entries().stream()
            .map(entry -> new Entry(entry.at(), entry.kind(), entry.text(), entry.reason()))
            .toList();
    return new Page(
        handle,
        front.reference(),
        front.incident(),
        Closing.shown(words, front.stage()),
        front.offence(),
        Closing.lacksReasons(words) ? null : front.outcome(),
        front.told(),
        front.officer(),
        timeline,
        toldAt,
        silent(heard),
        readOnly,
        List.of());
  }

  private boolean silent(@Nullable Instant heard) {
    var promised = forces.current().settings().feedSilentAfter();
    return heard == null || heard.plus(promised).isBefore(clock.instant());
  }
}
