--liquibase formatted sql

--changeset identity:24-staff-exclusion
--comment Whom a force keeps out of its desk, whatever its provider says; why, sealed. The row goes when a colleague lets them in again: the trail has both.
create table police.staff_exclusion (
  force_id int not null,
  account uuid not null,
  excluded_at timestamptz not null,
  excluded_by uuid not null,
  sealed bytea not null,
  primary key (force_id, account)
);
call plumbing.wall('police.staff_exclusion', 'select', 'insert', 'delete');
--rollback drop table police.staff_exclusion;

--changeset identity:25-national-exclusion
--comment Which of the nation's administrators is kept out, and was; one at a time for each. Rows stay for a year after they have ended: this is their trail. Who, by whom and why in words is sealed.
create table people.national_exclusion (
  id uuid primary key,
  account uuid not null,
  excluded_at timestamptz not null,
  excluded_by uuid not null,
  readmitted_at timestamptz,
  readmitted_by uuid,
  sealed bytea not null
);
create unique index national_exclusion_standing on people.national_exclusion (account) where readmitted_at is null;
create index national_exclusion_age on people.national_exclusion (readmitted_at) where readmitted_at is not null;
grant select, insert, update, delete on people.national_exclusion to portal_app;
--rollback drop table people.national_exclusion;
