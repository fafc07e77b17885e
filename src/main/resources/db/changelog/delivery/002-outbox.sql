--liquibase formatted sql

--changeset delivery:3-notice
--comment What is to reach somebody. The words wait sealed under the force's key and are erased with the notice's end.
create table police.notice (
  force_id int not null,
  id uuid not null,
  kind text not null,
  about uuid not null,
  case_id uuid,
  person_id uuid,
  channel text not null check (channel in ('TEXT', 'EMAIL')),
  revision int not null,
  state text not null check (state in ('WAITING', 'SENDING', 'HANDED_OVER', 'UNKNOWN', 'REFUSED', 'PARKED', 'EXPIRED', 'DROPPED', 'RECALLED', 'UNSAFE')),
  recalled boolean not null default false,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  sealed bytea,
  primary key (force_id, id),
  check ((ended_at is null) = (state in ('WAITING', 'SENDING'))),
  check ((ended_at is null) = (sealed is not null))
) with (fillfactor = 80);
create index notice_about on police.notice (force_id, about);
call plumbing.wall('police.notice');
--rollback drop table police.notice;

--changeset delivery:4-delivery-attempt
--comment One call of a provider, written before it is made. What was handed over is sealed here until its outcome is known.
create table police.delivery_attempt (
  force_id int not null,
  id uuid not null,
  notice_id uuid not null,
  token bigint not null,
  channel text not null check (channel in ('TEXT', 'EMAIL')),
  provider text not null,
  possible_duplicate boolean not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED', 'POSTPONED', 'UNKNOWN')),
  fault text,
  reference text,
  sealed bytea,
  primary key (force_id, id),
  foreign key (force_id, notice_id) references police.notice (force_id, id),
  check ((outcome is null) = (ended_at is null)),
  check ((outcome is null) = (sealed is not null))
) with (fillfactor = 80);
create index delivery_attempt_notice on police.delivery_attempt (force_id, notice_id);
call plumbing.wall('police.delivery_attempt');
--rollback drop table police.delivery_attempt;

--changeset delivery:5-outbox
--comment Heads of notices that still have to leave. Small: a head is deleted when its notice ends. A head is leased to a worker for as long as the worker's row is alive by the database's clock; the token fences late workers off.
create table plumbing.outbox_worker (
  id bigint generated always as identity primary key,
  alive_until timestamptz not null
);
create sequence plumbing.outbox_token;
create table plumbing.outbox_head (
  force_id int not null,
  notice_id uuid not null,
  class smallint not null check (class between 0 and 2),
  due_at timestamptz not null,
  tries smallint not null default 0,
  leased_by bigint,
  token bigint not null default 0,
  primary key (force_id, notice_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index outbox_head_due on plumbing.outbox_head (force_id, class, due_at);
grant select, insert, update, delete on plumbing.outbox_worker, plumbing.outbox_head to portal_app;
grant usage on sequence plumbing.outbox_token to portal_app;
--rollback drop table plumbing.outbox_head; drop sequence plumbing.outbox_token; drop table plumbing.outbox_worker;
