--liquibase formatted sql

--changeset identity:4-session
--comment Sessions of all hosts by the digest of their id. A visit is all that one sign-in opened; deleting its rows ends it everywhere.
create table people.session (
  digest bytea primary key,
  id uuid not null,
  visit uuid not null,
  account uuid,
  signed_in_at timestamptz,
  strict boolean not null,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  sealed bytea
) with (fillfactor = 80);
create index session_visit on people.session (visit);
create index session_account on people.session (account) where account is not null;
grant select, insert, update, delete on people.session to portal_app;
--rollback drop table people.session;
