package uk.followmycase.delivery.internal;

/**
 * Two ways to lease what is due. By time reads each class from the oldest on, so a backlog of what
 * is switched off would be read at every look; by template asks for each that is free by itself.
 */
final class ClaimStatements {

  private static final String START =
      """
      with recursive waiting (id) as (
        (select force_id from plumbing.outbox_head order by force_id limit 1)
        union all
        select (select h.force_id from plumbing.outbox_head h where h.force_id > w.id
          order by h.force_id limit 1)
        from waiting w where w.id is not null),
      off as materialized (
        select force_id, name from plumbing.switched_off
        where name = :everything or name = any (:channelNames) or name = any (:kindNames)
          or name = any (:templateNames)),
      alive as materialized (select id from plumbing.outbox_worker where alive_until > now()),
      urgent""";

  /**
   * What one class has due: of which forces, in which class, and how much. Forces are read one
   * after the other, and their heads one by one: once there is enough, nothing more is read or
   * locked. A condition on a force is an array, since a join could bring forces into another order.
   */
  private static final String DUE_OF =
      """

      as materialized (
        select h.* from unnest(""";

  private static final String DUE_IN =
      """
      ) f (id) cross join lateral (
          select h.force_id, h.notice_id, h.leased_by from plumbing.outbox_head h
          where h.force_id = f.id and h.due_at <= :now
            and (h.leased_by is null or h.leased_by <> all (array(select id from alive)))
            and not exists (select from off o where o.force_id in (0, f.id) and o.name in
              ((:channelNames::text[])[h.channel + 1], (:kindNames::text[])[h.kind + 1],
                (:templateNames::text[])[h.channel * :kinds + h.kind + 1]))
            and h.class = """;

  private static final String DUE_UP_TO =
      """

          order by h.due_at limit :share for update of h skip locked) h
      """;

  /**
   * The oldest of all templates that are free are picked without a lock, since more are read than
   * are wanted. What is leased by then, or waits again, is seen as it is locked.
   */
  private static final String FREE_IN =
      """
      ) f (id) cross join lateral (
          select h.force_id, h.notice_id, h.leased_by from (
            select c.* from (
              select (t.place - 1) / :kinds as channel, (t.place - 1) % :kinds as kind
              from unnest(:templateNames::text[]) with ordinality t (name, place)
              where not exists (select from off o where o.force_id in (0, f.id) and o.name in
                (t.name, (:channelNames::text[])[(t.place - 1) / :kinds + 1],
                  (:kindNames::text[])[(t.place - 1) % :kinds + 1]))) t
            cross join lateral (
              select h.notice_id, h.due_at, h.channel, h.kind from plumbing.outbox_head h
              where h.force_id = f.id and h.channel = t.channel::smallint
                and h.kind = t.kind::smallint and h.due_at <= :now
                and (h.leased_by is null or h.leased_by <> all (array(select id from alive)))
                and h.class = """;

  private static final String FREE_UP_TO =
      """

              order by h.due_at limit :share) c
            order by c.due_at limit :share) c
          join plumbing.outbox_head h on h.force_id = f.id and h.notice_id = c.notice_id
            and h.channel = c.channel and h.kind = c.kind and h.due_at <= :now
            and (h.leased_by is null or h.leased_by <> all (array(select id from alive)))
          order by c.due_at for update of h skip locked) h
      """;

  private static final String SERVED =
      """
        where exists (select from alive where id = :worker)
          and f.id = any (array(select w.id from waiting w))
          and not array[0, f.id] && array(
            select o.force_id::bigint from off o where o.name = :everything)
        limit\s""";

  private static final String HALF = "(select (:most - count(*) + 1) / 2 from urgent)), bulk";

  /**
   * The last condition is asked of the row as it stood when the statement began: whoever was leased
   * since, perhaps by a worker that began since and so is not known to be alive, is left alone.
   */
  private static final String LEASE =
      """
      (select least(:mostBulk, :most - count(*)) from (table urgent union all table prompt) t)),
      due as (select * from urgent union all select * from prompt union all select * from bulk)
      update plumbing.outbox_head h
      set leased_by = :worker, token = nextval('plumbing.outbox_token')
      from due d where h.force_id = d.force_id and h.notice_id = d.notice_id
        and h.leased_by is not distinct from d.leased_by
      returning h.force_id, h.notice_id, h.class, h.channel, h.token, h.tries,
        d.leased_by is not null as taken
      """;

  static final String BY_TIME =
      START
          + (DUE_OF + ":urgent" + DUE_IN + "0" + DUE_UP_TO + SERVED + ":most), prompt")
          + (DUE_OF + ":prompt" + DUE_IN + "1" + DUE_UP_TO + SERVED + HALF)
          + (DUE_OF + ":bulk" + DUE_IN + "2" + DUE_UP_TO + SERVED + LEASE);

  static final String BY_TEMPLATE =
      START
          + (DUE_OF + ":urgent" + FREE_IN + "0" + FREE_UP_TO + SERVED + ":most), prompt")
          + (DUE_OF + ":prompt" + FREE_IN + "1" + FREE_UP_TO + SERVED + HALF)
          + (DUE_OF + ":bulk" + FREE_IN + "2" + FREE_UP_TO + SERVED + LEASE);

  private ClaimStatements() {}
}
