--liquibase formatted sql

--changeset identity:11-session-of-staff
--comment Whether a session is of somebody who works for a force; its account is then a staff account.
alter table people.session add column staff boolean not null default false;
--rollback alter table people.session drop column staff;

--changeset identity:12-staff-account
--comment Accounts of those who work for forces, found by a keyed digest of who vouches for them and by what name. No force and no name.
create table people.staff_account (
  id uuid primary key,
  digest bytea not null unique,
  opened_at timestamptz not null
);
grant select, insert on people.staff_account to portal_app;
--rollback drop table people.staff_account;

--changeset identity:13-staff-visit
--comment What a staff sign-in was for: the force, its provider, and sealed what the provider said that matters. Deleting the row ends the visit.
create table police.staff_visit (
  force_id int not null,
  visit uuid not null,
  account uuid not null,
  provider text not null,
  signed_in_at timestamptz not null,
  sealed bytea not null,
  primary key (force_id, visit)
);
create index staff_visit_account on police.staff_visit (force_id, account);
create index staff_visit_age on police.staff_visit (force_id, signed_in_at);
call plumbing.wall('police.staff_visit', 'select', 'insert', 'delete');
--rollback drop table police.staff_visit;
