--liquibase formatted sql

--changeset delivery:1-contact-plan
--comment How a person on a case wishes to be reached.
create table police.contact_plan (
  force_id int not null,
  person_id uuid not null,
  case_id uuid not null,
  wish text check (wish in ('en', 'cy')),
  primary key (force_id, person_id)
);
call plumbing.wall('police.contact_plan');
--rollback drop table police.contact_plan;

--changeset delivery:2-contact-point
--comment Contacts of people on cases, sealed under the case's key; the digest finds one again. What was stopped by its reader stays, so that it stays stopped.
create table police.contact_point (
  force_id int not null,
  person_id uuid not null,
  digest bytea not null check (octet_length(digest) = 16),
  id uuid not null,
  case_id uuid not null,
  channel text not null check (channel in ('TEXT', 'EMAIL')),
  place smallint not null,
  safe boolean not null,
  shared boolean not null,
  stopped_at timestamptz,
  sealed bytea not null,
  primary key (force_id, person_id, digest)
);
create index contact_point_digest on police.contact_point (force_id, digest);
call plumbing.wall('police.contact_point');
--rollback drop table police.contact_point;
