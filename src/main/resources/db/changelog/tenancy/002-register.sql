--liquibase formatted sql

--changeset tenancy:3-register
--comment Which tenancy is whose folder, and the digest of the files its newest revision was made from.
create table plumbing.force_register (
  force_id int generated always as identity primary key,
  slug text not null unique,
  revision int not null default 0,
  digest bytea
);
grant select, insert (slug), update (revision, digest) on plumbing.force_register to portal_app;
--rollback drop table plumbing.force_register;

--changeset tenancy:4-revision
--comment The immutable numbered sets of a force's own files; they lie over the defaults with the digest named.
create table police.force_revision (
  force_id int not null,
  revision int not null check (revision > 0),
  digest bytea not null,
  defaults bytea not null,
  files jsonb not null,
  made_at timestamptz not null,
  primary key (force_id, revision)
);
call plumbing.wall('police.force_revision', 'select', 'insert');
--rollback drop table police.force_revision;

--changeset tenancy:5-defaults
--comment The product's default files, kept once for all forces, by digest.
create table plumbing.force_defaults (
  digest bytea primary key,
  files jsonb not null
);
grant select, insert on plumbing.force_defaults to portal_app;
--rollback drop table plumbing.force_defaults;
