package uk.followmycase.invitations.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceId;

/** Which invitations of any force must be looked at now. */
@Repository
class DueHeads {

  /** Leases run on the database's time, which all instances share. */
  private static final String LEASE =
      """
      update plumbing.invitation_head head
      set leased_until = clock_timestamp() + interval '5 minutes'
      from (
        select force_id, invitation_id from plumbing.invitation_head
        where force_id = any (:forces) and due_at <= :now
          and (leased_until is null or leased_until < clock_timestamp())
        order by due_at limit :most for update skip locked
      ) due
      where head.force_id = due.force_id and head.invitation_id = due.invitation_id
      returning head.force_id, head.invitation_id
      """;

  private static final String FORGET =
      """
      delete from plumbing.invitation_head
      where force_id = :force and invitation_id = any (:invitations)
      """;

  private final JdbcClient jdbc;

  DueHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Head(ForceId force, UUID invitation) {}

  /** Those of a force that is not served wait until it is. */
  @Transactional
  List<Head> lease(Instant now, Collection<ForceId> forces, int most) {
    return jdbc.sql(LEASE)
        .param("forces", new SqlArrayValue("int4", forces.stream().map(ForceId::value).toArray()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, number) -> new Head(new ForceId(row.getInt(1)), row.getObject(2, UUID.class)))
        .list();
  }

  /** Drops heads that no invitation stands behind. */
  void forget(ForceId force, Collection<UUID> invitations) {
    jdbc.sql(FORGET)
        .param("force", force.value())
        .param("invitations", new SqlArrayValue("uuid", invitations.toArray()))
        .update();
  }
}
