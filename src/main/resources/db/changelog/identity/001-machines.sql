--liquibase formatted sql

--changeset identity:1-machine-client
--comment Records systems. The registration fixes the force; the secret is 256 random bits, so its SHA-256 cannot be turned back.
create table plumbing.machine_client (
  client_id text primary key check (client_id ~ '^[a-z0-9][a-z0-9-]{2,62}$'),
  force_id int not null,
  secret_digest bytea not null,
  disabled_at timestamptz,
  registered_at timestamptz not null
);
grant select, insert, update on plumbing.machine_client to portal_app;
--rollback drop table plumbing.machine_client;

--changeset identity:2-signing-key
--comment Keys that sign tokens, sealed. The number lets one of several starting instances win.
create table people.signing_key (
  number int primary key,
  id uuid not null unique,
  sealed bytea not null,
  active_from timestamptz not null,
  gone_at timestamptz
);
grant select, insert, update, delete on people.signing_key to portal_app;
--rollback drop table people.signing_key;

--changeset identity:3-authorization-code
--comment Codes of the sign-in host for the forces' portals: by digest, the rest sealed, for a minute.
create table people.authorization_code (
  digest bytea primary key,
  id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index authorization_code_expiry on people.authorization_code (expires_at);
grant select, insert, delete on people.authorization_code to portal_app;
--rollback drop table people.authorization_code;
