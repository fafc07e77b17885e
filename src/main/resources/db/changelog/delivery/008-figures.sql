--liquibase formatted sql

--changeset delivery:14-head-since
--comment Since when a head could have left, and what keeps it otherwise: a place in the program's own list. Both stand in the index, so that figures are counted without a look at the heads.
alter table plumbing.outbox_head
  add since timestamptz not null default now(),
  add held smallint;
drop index plumbing.outbox_head_due;
create index outbox_head_due on plumbing.outbox_head (force_id, class, due_at) include (channel, kind, held, since);
--rollback drop index plumbing.outbox_head_due; create index outbox_head_due on plumbing.outbox_head (force_id, class, due_at); alter table plumbing.outbox_head drop since, drop held;

--changeset delivery:15-ended-today
--comment What became of a day's notices, for the figures of a force.
create index notice_ended on police.notice (force_id, ended_at) include (channel, kind, state) where ended_at is not null;
create index delivery_attempt_twice on police.delivery_attempt (force_id, begun_at) where possible_duplicate;
--rollback drop index police.delivery_attempt_twice; drop index police.notice_ended;
