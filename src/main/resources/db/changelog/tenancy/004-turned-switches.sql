--liquibase formatted sql

--changeset tenancy:7-by-nation
--comment What the nation stopped of a force's, the force cannot let go; so each has a row of its own.
alter table plumbing.switched_off add by_nation boolean not null default false;
alter table plumbing.switched_off drop constraint switched_off_pkey;
alter table plumbing.switched_off add primary key (force_id, name, by_nation);
--rollback alter table plumbing.switched_off drop constraint switched_off_pkey; alter table plumbing.switched_off drop by_nation; alter table plumbing.switched_off add primary key (force_id, name);

--changeset tenancy:8-switch-turn
--comment Who stopped what, or let it go on, and why: the reason and the name are sealed with the force's key. Nothing is changed or taken out.
create table police.switch_turn (
  force_id int not null,
  id uuid not null,
  name text not null,
  stopped boolean not null,
  scope text not null check (scope in ('FORCE', 'FORCE_BY_NATION', 'EVERYWHERE')),
  turned_at timestamptz not null,
  staff uuid not null,
  sealed bytea not null,
  primary key (force_id, id)
);
call plumbing.wall('police.switch_turn', 'select', 'insert');
--rollback drop table police.switch_turn;
