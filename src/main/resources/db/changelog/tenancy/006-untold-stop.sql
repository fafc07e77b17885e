--liquibase formatted sql

--changeset tenancy:10-untold-stop
--comment Stops for all forces of which a force's trail does not tell yet: written with the stop, deleted with the trail. A row that stays is made up for.
create table plumbing.untold_stop (
  force_id int not null,
  name text not null check (name ~ '^[a-z]+([.-][a-z]+)*$'),
  stopped_at timestamptz not null,
  staff uuid not null,
  review_at timestamptz not null,
  primary key (force_id, name, stopped_at)
);
grant select, insert, delete on plumbing.untold_stop to portal_app;
--rollback drop table plumbing.untold_stop;
