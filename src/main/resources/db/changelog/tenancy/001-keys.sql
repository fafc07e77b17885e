--liquibase formatted sql

--changeset tenancy:1-force-key
--comment A force's own key, wrapped by the master key: useless without the key provider.
create table police.force_key (
  force_id int not null,
  number smallint not null check (number > 0),
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (force_id, number)
);
call plumbing.wall('police.force_key', 'select', 'insert');
--rollback drop table police.force_key;

--changeset tenancy:2-platform-key
--comment The platform's own key for credentials of persons, wrapped by the master key.
create table plumbing.platform_key (
  number smallint primary key check (number > 0),
  wrapped bytea not null,
  made_at timestamptz not null
);
grant select, insert on plumbing.platform_key to portal_app;
--rollback drop table plumbing.platform_key;
