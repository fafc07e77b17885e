package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.PlansToReview;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** Tells of plans of the bound force that have to be looked at again, each once. */
@Component
class DuePlans {

  private final JdbcClient jdbc;
  private final PlanRows rows;
  private final Forces forces;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DuePlans(
      JdbcClient jdbc,
      PlanRows rows,
      Forces forces,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.forces = forces;
    this.events = events;
    this.clock = clock;
  }

  /** A date that was moved meanwhile has its own head again; the next that any source has, too. */
  @Transactional
  void tell(List<UUID> people) {
    var force = ForceBinding.current();
    var zone = forces.current().settings().zone();
    var today = clock.instant().atZone(zone).toLocalDate();
    jdbc.sql(
            """
            delete from plumbing.plan_review
            where force_id = :force and person_id = any(:people) and leased_until is not null
            """)
        .param("force", force.value())
        .param("people", new Columns<>(people).uuids(id -> id))
        .update();
    rows.review(people, zone);
    var due =
        jdbc.sql(
                """
                select distinct case_id, person_id from police.safe_contact
                where force_id = :force and person_id = any(:people) and review_on <= :today
                """)
            .param("force", force.value())
            .param("people", new Columns<>(people).uuids(id -> id))
            .param("today", today)
            .query(
                (row, number) ->
                    new Recipient(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list();
    if (!due.isEmpty()) {
      events.publishEvent(new PlansToReview(force, due));
    }
  }
}
