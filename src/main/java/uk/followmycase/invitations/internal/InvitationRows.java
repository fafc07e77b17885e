package uk.followmycase.invitations.internal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.PersonId;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Invitations of the bound force.
 *
 * <p>Locks are taken in one order everywhere, because judging, accepting and sending meet on the
 * same people: cases first, then the outbox, then invitations, then their heads.
 */
@Repository
class InvitationRows {

  private static final String BY_TOKEN =
      "select * from police.invitation where force_id = ? and token_digest = ?";

  private static final String BY_IDS =
      "select * from police.invitation where force_id = ? and id = any (?)";

  private static final String LOCK =
      "select * from police.invitation where force_id = ? and id = any (?) order by id for update";

  private static final String HISTORIES =
      """
      select * from (
        select i.*, row_number() over (partition by person_id
            order by (ended_at is null) desc, made_at desc, id desc) as back,
          array_agg(channel) filter (where state = 'REFUSED') over (partition by person_id)
            as stopped
        from police.invitation i where force_id = ? and person_id = any (?)
      ) histories where back = 1
      """;

  private final JdbcClient jdbc;

  InvitationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Invitation> byToken(byte[] digest) {
    return jdbc.sql(BY_TOKEN).params(force(), digest).query(InvitationRow::invitation).optional();
  }

  Optional<Invitation> byId(UUID id) {
    return jdbc.sql(BY_IDS)
        .params(force(), uuids(List.of(id)))
        .query(InvitationRow::invitation)
        .optional();
  }

  List<Invitation> byIds(Collection<UUID> ids) {
    return jdbc.sql(BY_IDS).params(force(), uuids(ids)).query(InvitationRow::invitation).list();
  }

  /** Holds these invitations for the running transaction. */
  List<Invitation> lock(Collection<UUID> ids) {
    return jdbc.sql(LOCK).params(force(), uuids(ids)).query(InvitationRow::invitation).list();
  }

  Optional<Invitation> lock(UUID id) {
    return lock(List.of(id)).stream().findFirst();
  }

  /** What was asked of these people before; who was never asked is absent. */
  Map<UUID, History> histories(Collection<UUID> people) {
    return jdbc
        .sql(HISTORIES)
        .params(force(), uuids(people))
        .query(InvitationRow::history)
        .list()
        .stream()
        .collect(toMap(InvitationRow.OfPerson::person, InvitationRow.OfPerson::history));
  }

  History history(PersonId person) {
    return histories(List.of(person.value())).getOrDefault(person.value(), History.NONE);
  }

  /** What ended is written first, so that a new one of the same person finds its place free. */
  void save(Collection<Invitation> invitations) {
    if (invitations.isEmpty()) {
      return;
    }
    var endedFirst =
        invitations.stream().sorted(comparing(invitation -> invitation.state().live())).toList();
    jdbc.sql(InvitationSave.STATEMENT)
        .params(InvitationSave.parameters(force(), endedFirst))
        .update();
  }

  void save(Invitation invitation) {
    save(List.of(invitation));
  }

  private static int force() {
    return ForceBinding.current().value();
  }

  private static SqlArrayValue uuids(Collection<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }
}
