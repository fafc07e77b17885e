--liquibase formatted sql

--changeset identity:19-national-visit
--comment Visits of the nation's administrators, who work for no force. Rows stay for a year: this is their trail. What the provider said is sealed.
create table people.national_visit (
  visit uuid primary key,
  account uuid not null,
  signed_in_at timestamptz not null,
  ended_at timestamptz,
  proved_at timestamptz,
  provider_session bytea,
  sealed bytea not null
);
create index national_visit_account on people.national_visit (account);
create index national_visit_session on people.national_visit (provider_session) where provider_session is not null;
create index national_visit_age on people.national_visit (signed_in_at);
grant select, insert, update, delete on people.national_visit to portal_app;
--rollback drop table people.national_visit;
