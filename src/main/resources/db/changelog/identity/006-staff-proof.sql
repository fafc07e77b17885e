--liquibase formatted sql

--changeset identity:14-visit-proof
--comment When the provider last asked a visit's person who they are; its own name for its session, as a keyed digest; and sealed what it must be told at the end.
alter table police.staff_visit
  add column proved_at timestamptz,
  add column provider_session bytea,
  add column farewell bytea;
create index staff_visit_session on police.staff_visit (force_id, provider_session) where provider_session is not null;
--rollback alter table police.staff_visit drop column proved_at, drop column provider_session, drop column farewell;

--changeset identity:15-staff-record
--comment Who an account was at this force, sealed: the trail holds ids alone, and must be read when somebody has long left.
create table police.staff_record (
  force_id int not null,
  account uuid not null,
  collar_digest bytea,
  seen_at timestamptz not null,
  sealed bytea not null,
  primary key (force_id, account)
);
create index staff_record_collar on police.staff_record (force_id, collar_digest) where collar_digest is not null;
call plumbing.wall('police.staff_record', 'select', 'insert', 'update');
--rollback drop table police.staff_record;

--changeset identity:16-held-form
--comment Forms of staff who had to sign in again before they could be sent: sealed, for a day.
create table police.held_form (
  force_id int not null,
  id uuid not null,
  account uuid not null,
  kept_at timestamptz not null,
  sealed bytea not null,
  primary key (force_id, id)
);
create index held_form_age on police.held_form (force_id, kept_at);
call plumbing.wall('police.held_form', 'select', 'insert', 'delete');
--rollback drop table police.held_form;

--changeset identity:17-logout-token
--comment Which logout tokens of providers have had their effect, so that none has it twice.
create table people.logout_token (
  digest bytea primary key,
  expires_at timestamptz not null
);
create index logout_token_expiry on people.logout_token (expires_at);
grant select, insert, delete on people.logout_token to portal_app;
--rollback drop table people.logout_token;
