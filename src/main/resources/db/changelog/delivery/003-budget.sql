--liquibase formatted sql

--changeset delivery:6-budget
--comment What a force has sent by a channel today and in this second, for all instances together. There only where the force has set itself a limit.
create table police.delivery_budget (
  force_id int not null,
  channel text not null check (channel in ('TEXT', 'EMAIL')),
  day date not null,
  used int not null,
  left_over double precision not null,
  as_of timestamptz not null,
  primary key (force_id, channel)
) with (fillfactor = 50);
call plumbing.wall('police.delivery_budget');
--rollback drop table police.delivery_budget;
