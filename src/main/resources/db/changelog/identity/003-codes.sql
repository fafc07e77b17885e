--liquibase formatted sql

--changeset identity:5-one-time-code
--comment One row for what a code unlocks and where it goes. Codes and contacts stand here as keyed digests only.
create table people.one_time_code (
  about uuid not null,
  contact bytea not null,
  id uuid not null unique,
  digest bytea,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  sent_on date not null,
  sent smallint not null default 0,
  sent_at timestamptz,
  primary key (about, contact)
);
create index one_time_code_expiry on people.one_time_code (expires_at);
grant select, insert, update, delete on people.one_time_code to portal_app;
--rollback drop table people.one_time_code;
