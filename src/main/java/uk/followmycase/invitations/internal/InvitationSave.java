package uk.followmycase.invitations.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes any number of invitations, new and changed, and their heads in one statement. */
final class InvitationSave {

  static final String STATEMENT =
      """
      with changed as materialized (
        select * from unnest(:ids, :cases, :people, :revisions, :states, :proofs, :channels, :digests,
          :codes, :tries, :spent, :made, :sent, :remind, :reminded, :proved, :expires, :ended,
          :endings, :due) with ordinality as c (id, case_id, person_id, revision, state, proof,
          channel, token_digest, force_code, force_code_tries, force_code_spent_at, made_at, sent_at,
          remind_at, reminded_at, proved_at, expires_at, ended_at, ending, due_at, place)
      ), heads as (
        insert into plumbing.invitation_head (force_id, invitation_id, due_at)
        select :force, id, due_at from changed where due_at is not null
        on conflict (force_id, invitation_id)
          do update set due_at = excluded.due_at, leased_until = null
      ), done as (
        delete from plumbing.invitation_head h using changed c
        where h.force_id = :force and h.invitation_id = c.id and c.due_at is null
      )
      insert into police.invitation (force_id, id, case_id, person_id, revision, state, proof,
        channel, token_digest, force_code, force_code_tries, force_code_spent_at, made_at, sent_at,
        remind_at, reminded_at, proved_at, expires_at, ended_at, ending)
      select :force, id, case_id, person_id, revision, state, proof, channel, token_digest,
        force_code, force_code_tries, force_code_spent_at, made_at, sent_at, remind_at, reminded_at,
        proved_at, expires_at, ended_at, ending
      from changed order by place
      on conflict (force_id, id) do update set state = excluded.state, proof = excluded.proof,
        token_digest = excluded.token_digest, force_code = excluded.force_code,
        force_code_tries = excluded.force_code_tries,
        force_code_spent_at = excluded.force_code_spent_at, sent_at = excluded.sent_at,
        remind_at = excluded.remind_at, reminded_at = excluded.reminded_at,
        proved_at = excluded.proved_at, expires_at = excluded.expires_at,
        ended_at = excluded.ended_at, ending = excluded.ending
      """;

  private final List<Invitation> invitations;
  private final Map<String, Object> columns = new HashMap<>();

  private InvitationSave(List<Invitation> invitations) {
    this.invitations = invitations;
  }

  static Map<String, Object> parameters(int force, List<Invitation> invitations) {
    var save = new InvitationSave(invitations);
    save.columns.put("force", force);
    save.standing();
    save.progress();
    save.link();
    save.times();
    return save.columns;
  }

  private void standing() {
    column("ids", "uuid", Invitation::id);
    column("cases", "uuid", i -> i.standing().caseId());
    column("people", "uuid", i -> i.standing().person());
    column("revisions", "int", i -> i.standing().revision());
    column("made", "timestamptz", i -> i.standing().madeAt());
  }

  private void progress() {
    column("states", "text", Invitation::state);
    column("proofs", "text", Invitation::proof);
    column("codes", "text", i -> i.code().encoded());
    column("tries", "smallint", i -> i.code().tries());
    column("spent", "timestamptz", i -> i.code().spentAt());
  }

  private void link() {
    column("channels", "text", Invitation::channel);
    columns.put("digests", new SqlArrayValue("bytea", (Object[]) digests()));
    column("sent", "timestamptz", i -> i.link().sentAt());
    column("expires", "timestamptz", i -> i.link().expiresAt());
  }

  private void times() {
    column("remind", "timestamptz", i -> i.times().remindAt());
    column("reminded", "timestamptz", i -> i.times().remindedAt());
    column("proved", "timestamptz", i -> i.times().provedAt());
    column("ended", "timestamptz", i -> i.times().endedAt());
    column("endings", "text", i -> i.times().ending());
    column("due", "timestamptz", Invitation::due);
  }

  /** The driver knows bytea only by the type of the array. */
  private byte[] @Nullable [] digests() {
    return invitations.stream().map(i -> i.link().digest()).toArray(byte[][]::new);
  }

  private void column(
      String name, String type, Function<Invitation, ? extends @Nullable Object> value) {
    columns.put(name, new SqlArrayValue(type, invitations.stream().map(value).toArray()));
  }
}
