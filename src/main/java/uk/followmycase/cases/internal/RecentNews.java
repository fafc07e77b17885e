package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the news of the last moments happened; nothing is remembered of who owes nothing. */
final class RecentNews {

  private static final int MOST = 1_000;

  private final boolean owes;
  private final List<Instant> happened = new ArrayList<>();

  RecentNews(boolean owes) {
    this.owes = owes;
  }

  synchronized void add(List<Instant> more) {
    if (owes && happened.size() < MOST) {
      happened.addAll(more);
    }
  }

  /** Half of it happened later; null while nothing came. */
  synchronized @Nullable Instant middle() {
    if (happened.isEmpty()) {
      return null;
    }
    Collections.sort(happened);
    return happened.get((happened.size() - 1) / 2);
  }
}
