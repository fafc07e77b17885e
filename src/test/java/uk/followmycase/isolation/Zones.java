package uk.followmycase.isolation;

import java.util.Set;

/**
 * What may stand outside the wall. A table that is not listed here and not walled is refused; add
 * one only when it can hold no name, contact, reference or text, and say why beside it.
 */
final class Zones {

  /** Credentials of persons: no force, no police data. Reached by {@code identity} alone. */
  static final Set<String> PEOPLE =
      Set.of(
          "account",
          "account_contact",
          "authorization_code",
          "known_place",
          "logout_token",
          "national_exclusion",
          "national_visit",
          "one_time_code",
          "session",
          "sign_in_attempt",
          "signing_key",
          "staff_account",
          "ticket");

  /** Heads of queues and tables of libraries. */
  static final Set<String> PLUMBING =
      Set.of(
          // Liquibase's own.
          "databasechangelog",
          "databasechangeloglock",
          // The key of people's sealed columns, wrapped: useless without the key provider.
          "platform_key",
          // Where an account has any case: two opaque ids, so that its forces can be asked.
          "account_force",
          // Which tenancy is whose folder; the product's default settings and texts.
          "force_register",
          "force_defaults",
          // Machine clients: client id, force, digest of a random secret, what for.
          "machine_client",
          // Limits that instances share; the key is a keyed digest.
          "bucket",
          // db-scheduler's heads: due time, task, opaque id.
          "scheduled_tasks",
          // When an invitation must be reminded of or expire: due time, force, opaque id.
          "invitation_head",
          // When a notice must leave, and who is at it: due time, force, opaque id, class.
          "outbox_head",
          // What is switched off, for which force.
          "switched_off",
          // What was switched off and is no more, for which force, since when.
          "let_go",
          // Stops of which a force's trail does not tell yet: force, name of the switch, times.
          "untold_stop",
          // When somebody must be asked again how they may be reached: due time, force, opaque id.
          "plan_review",
          // Workers that are alive.
          "outbox_worker",
          // When a force's own system must be told of a task: due time, force, opaque id.
          "task_event_head");

  /**
   * Columns of plumbing that are neither number, time, truth value nor uuid, as {@code
   * table.column} or {@code table.*}.
   */
  static final Set<String> WORDS_OF_PLUMBING =
      Set.of(
          "databasechangelog.*",
          "databasechangeloglock.lockedby",
          "force_register.slug",
          "force_register.digest",
          "force_defaults.digest",
          "force_defaults.files",
          "switched_off.name",
          "let_go.name",
          "untold_stop.name",
          "platform_key.wrapped",
          "machine_client.client_id",
          "machine_client.secret_digest",
          "machine_client.scopes",
          "bucket.state",
          "scheduled_tasks.task_name",
          "scheduled_tasks.task_instance",
          "scheduled_tasks.task_data",
          "scheduled_tasks.picked_by");

  /** Functions that run with their owner's rights, as {@code schema.name}. */
  static final Set<String> DEFINERS =
      Set.of(
          // Makes the months of the audit trail; takes a date and a number.
          "plumbing.make_audit_months");

  private Zones() {}
}
