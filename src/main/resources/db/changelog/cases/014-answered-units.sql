--liquibase formatted sql

--changeset cases:140-answered-unit
--comment Units, as keyed digests, that some supervisor named when they last signed in.
create table police.answered_unit (
  force_id int not null,
  unit bytea not null,
  seen_at timestamptz not null,
  primary key (force_id, unit)
);
call plumbing.wall('police.answered_unit', 'select', 'insert', 'update');
alter table police.task add column unled boolean not null default false;
create index task_unled on police.task (force_id, due_at, id) where ended_at is null and unled;
--rollback drop index police.task_unled; alter table police.task drop column unled; drop table police.answered_unit;
