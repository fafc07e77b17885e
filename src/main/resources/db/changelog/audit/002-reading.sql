--liquibase formatted sql

--changeset audit:3-by-whom
--comment Reads the trail by who acted. Records systems and jobs write nearly all of it and are read by time, so that they pay for no index.
create index audit_entry_actor on police.audit_entry (force_id, actor_id, at, id) where actor_kind in ('OFFICER', 'PERSON');
alter table police.audit_subject add column person_acting uuid;
create index audit_subject_acting on police.audit_subject (force_id, person_acting, at, entry_id) where person_acting is not null;
--rollback drop index police.audit_subject_acting; alter table police.audit_subject drop column person_acting; drop index police.audit_entry_actor;

--changeset audit:4-export
--comment Requests to take a part of the trail out: one asks, another decides. Reason and names are sealed.
create table police.trail_export (
  force_id int not null,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  case_id uuid,
  actor_kind text,
  actor_id text,
  from_at timestamptz not null,
  to_at timestamptz not null,
  sealed bytea not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  decider bytea,
  check ((case_id is null) <> (actor_id is null)),
  check (decided_by <> asked_by),
  primary key (force_id, id)
);
create index trail_export_time on police.trail_export (force_id, asked_at);
call plumbing.wall('police.trail_export', 'select', 'insert', 'update');
--rollback drop table police.trail_export;
