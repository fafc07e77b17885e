package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;

/** Writes down what was decided about notices, in a fixed number of statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Settling {

  private final NoticeRows rows;
  private final OutboxHeads heads;
  private final Holds holds;
  private final Endings endings;
  private final Clock clock;

  Settling(NoticeRows rows, OutboxHeads heads, Holds holds, Endings endings, Clock clock) {
    this.rows = rows;
    this.heads = heads;
    this.holds = holds;
    this.endings = endings;
    this.clock = clock;
  }

  void settle(List<Decision> decisions) {
    var now = clock.instant();
    var moves = new ArrayList<Move>();
    var settled = new ArrayList<Settled>();
    var ended = new ArrayList<Ended>();
    for (var decision : decisions) {
      decision.move().ifPresent(moves::add);
      settled.add(decision.head(now));
      decision.ended().ifPresent(ended::add);
    }
    rows.move(moves);
    heads.settle(settled);
    holds.write(decisions.stream().flatMap(decision -> held(decision, now)).toList());
    endings.tell(ended);
  }

  private static Stream<Hold> held(Decision decision, Instant now) {
    var again = decision.head(now).again();
    var why = decision.held();
    return again == null || why == null || decision.notice().slot() != null
        ? Stream.empty()
        : Stream.of(new Hold(decision.notice().id(), why, again, again));
  }
}
