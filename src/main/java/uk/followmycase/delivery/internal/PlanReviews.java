package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** Finds plans that have to be looked at again, whichever force they are of. */
@Component
class PlanReviews {

  private static final Logger LOG = LoggerFactory.getLogger(PlanReviews.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final DuePlans due;
  private final TransactionOperations transactions;
  private final Clock clock;

  PlanReviews(JdbcClient jdbc, DuePlans due, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.due = due;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Head(ForceId force, UUID person) {}

  void handle() {
    List<Head> leased;
    do {
      leased = lease();
      leased.stream()
          .collect(groupingBy(Head::force, mapping(Head::person, toList())))
          .forEach(this::handle);
    } while (leased.size() == AT_ONCE);
  }

  /** One force's trouble is no other's: its leases lapse and it is tried again. */
  private void handle(ForceId force, List<UUID> people) {
    try {
      ForceBinding.run(force, () -> due.tell(people));
    } catch (RuntimeException failed) {
      LOG.error(
          "Plans of {} could not be put up for review: {}", force, failed.getClass().getName());
    }
  }

  private List<Head> lease() {
    return transactions.execute(
        status ->
            jdbc.sql(
                    """
                    update plumbing.plan_review head
                    set leased_until = clock_timestamp() + interval '5 minutes'
                    from (
                      select force_id, person_id from plumbing.plan_review
                      where due_at <= :now
                        and (leased_until is null or leased_until < clock_timestamp())
                      order by due_at limit :most for update skip locked) due
                    where head.force_id = due.force_id and head.person_id = due.person_id
                    returning head.force_id, head.person_id
                    """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query(
                    (row, number) ->
                        new Head(new ForceId(row.getInt(1)), row.getObject(2, UUID.class)))
                .list());
  }
}
