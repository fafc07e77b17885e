package uk.followmycase.cases.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.audit.Actor;

/**
 * Ends representatives whose last day is over. They see nothing from that day on by itself; this is
 * what forgets them.
 */
@Component
class ExpiredRepresentatives {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredRepresentatives.class);
  private static final Actor CALENDAR = Actor.system("last-day");

  private final RepresentativeRows rows;
  private final EndingRepresentatives ending;
  private final TransactionTemplate transactions;

  ExpiredRepresentatives(
      RepresentativeRows rows, EndingRepresentatives ending, TransactionTemplate transactions) {
    this.rows = rows;
    this.ending = ending;
    this.transactions = transactions;
  }

  /** Each by itself: one that cannot be ended tonight keeps no other. */
  void end() {
    var over = transactions.execute(status -> rows.over());
    for (var one : over) {
      try {
        transactions.executeWithoutResult(status -> ending.end(CALENDAR, one.caseId(), one.id()));
      } catch (RuntimeException failed) {
        // Its message may quote what was to be written.
        LOG.warn(
            "A representative whose last day is over is ended another night: {}",
            failed.getClass().getName());
      }
    }
  }
}
