--liquibase formatted sql

--changeset identity:6-account
--comment Accounts of persons. A force's code is kept as a slow salted digest, with the wrong tries since it was handed over.
create table people.account (
  id uuid primary key,
  opened_at timestamptz not null,
  force_code text,
  force_code_tries smallint not null default 0
);
grant select, insert, update on people.account to portal_app;
--rollback drop table people.account;

--changeset identity:7-account-contact
--comment Contacts that an account signs in with: sealed, and as a keyed digest to find it by.
create table people.account_contact (
  account uuid not null references people.account,
  digest bytea not null,
  id uuid not null,
  sealed bytea not null,
  primary key (account, digest)
);
create index account_contact_digest on people.account_contact (digest, account);
grant select, insert, delete on people.account_contact to portal_app;
--rollback drop table people.account_contact;

--changeset identity:8-ticket
--comment Tickets from a force's host to the sign-in host: by digest, the rest sealed, for two minutes, for one use.
create table people.ticket (
  digest bytea primary key,
  id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index ticket_expiry on people.ticket (expires_at);
grant select, insert, delete on people.ticket to portal_app;
--rollback drop table people.ticket;

--changeset identity:9-sign-in-attempt
--comment Attempts to sign in, the same whether or not an account has the contacts.
create table people.sign_in_attempt (
  id uuid primary key,
  sealed bytea not null,
  first_proved boolean not null default false,
  second_proved boolean not null default false,
  expires_at timestamptz not null
);
create index sign_in_attempt_expiry on people.sign_in_attempt (expires_at);
grant select, insert, update, delete on people.sign_in_attempt to portal_app;
--rollback drop table people.sign_in_attempt;

--changeset identity:10-bucket
--comment Buckets of limits that all instances share; the key is a keyed digest.
create table plumbing.bucket (
  id bigint primary key,
  state bytea,
  expires_at bigint
);
create index bucket_expiry on plumbing.bucket (expires_at);
grant select, insert, update, delete on plumbing.bucket to portal_app;
--rollback drop table plumbing.bucket;
