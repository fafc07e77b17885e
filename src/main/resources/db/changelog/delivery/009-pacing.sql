--liquibase formatted sql

--changeset delivery:16-invitation-pace
--comment When the next invitation of a force may leave, for all instances together, so that a first day's backlog leaves bit by bit.
create table police.invitation_pace (
  force_id int primary key,
  next_at timestamptz not null
) with (fillfactor = 50);
call plumbing.wall('police.invitation_pace', 'select', 'insert', 'update');
--rollback drop table police.invitation_pace;
