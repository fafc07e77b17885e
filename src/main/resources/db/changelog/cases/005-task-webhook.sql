--liquibase formatted sql

--changeset cases:50-task-event
--comment That tasks changed, to be told to a system of the force's own: no name, no reference, no words. Gone when it was heard.
create table police.task_event (
  force_id int not null,
  id uuid not null,
  task uuid not null,
  version int not null,
  kind text not null,
  state text not null,
  due_at timestamptz not null,
  made_at timestamptz not null,
  primary key (force_id, id)
);
call plumbing.wall('police.task_event', 'select', 'insert', 'delete');
--rollback drop table police.task_event;

--changeset cases:51-task-event-head
--comment Heads of what is to be told: when, by whom it is held and until when, how often it failed. Leases run by the database's clock.
create table plumbing.task_event_head (
  force_id int not null,
  id uuid not null,
  due_at timestamptz not null,
  made_at timestamptz not null,
  leased_until timestamptz,
  token bigint,
  tries int not null default 0,
  parked_at timestamptz,
  primary key (force_id, id)
);
create index task_event_due on plumbing.task_event_head (force_id, due_at) where parked_at is null;
create index task_event_parked on plumbing.task_event_head (parked_at) where parked_at is not null;
create sequence plumbing.task_event_token;
grant select, insert, update, delete on plumbing.task_event_head to portal_app;
grant usage on sequence plumbing.task_event_token to portal_app;
--rollback drop table plumbing.task_event_head; drop sequence plumbing.task_event_token;
