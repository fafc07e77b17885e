--liquibase formatted sql

--changeset tenancy:11-let-go
--comment When something was last let go that had been switched off, by force; force 0 stands for all of them. What waited for it is late from then on, not since it was stopped.
create table plumbing.let_go (
  force_id int not null,
  name text not null check (name ~ '^[a-z]+([.-][a-z]+)*$'),
  at timestamptz not null,
  primary key (force_id, name)
);
grant select, insert, update on plumbing.let_go to portal_app;
--rollback drop table plumbing.let_go;
