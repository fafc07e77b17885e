--liquibase formatted sql

--changeset delivery:7-safe-contact
--comment What each source says now of how a person on a case may be reached. Facts that clocks and rules need; words stand sealed in the history.
create table police.safe_contact (
  force_id int not null,
  person_id uuid not null,
  source text not null check (source in ('VICTIM', 'OFFICER', 'RECORDS')),
  case_id uuid not null,
  by_text boolean not null,
  by_email boolean not null,
  hours text,
  discreet boolean not null,
  no_link boolean not null,
  voicemail text not null check (voicemail in ('NOT_ASKED', 'ALLOWED', 'NEVER')),
  shared_device boolean not null,
  paused boolean not null,
  review_on date,
  primary key (force_id, person_id, source)
);
call plumbing.wall('police.safe_contact');
--rollback drop table police.safe_contact;

--changeset delivery:8-safe-contact-history
--comment Everything that was ever said of how somebody may be reached, sealed under the case's key. Nothing is changed or taken out.
create table police.safe_contact_history (
  force_id int not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  source text not null check (source in ('VICTIM', 'OFFICER', 'RECORDS')),
  said_at timestamptz not null,
  actor_kind text not null,
  actor text not null,
  sealed bytea not null,
  primary key (force_id, id)
);
create index safe_contact_history_person on police.safe_contact_history (force_id, person_id, id);
call plumbing.wall('police.safe_contact_history', 'select', 'insert');
--rollback drop table police.safe_contact_history;

--changeset delivery:9-plan-review
--comment When somebody must be asked again how they may be reached, across forces.
create table plumbing.plan_review (
  force_id int not null,
  person_id uuid not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  primary key (force_id, person_id)
);
create index plan_review_due on plumbing.plan_review (due_at);
grant select, insert, update, delete on plumbing.plan_review to portal_app;
--rollback drop table plumbing.plan_review;

--changeset delivery:10-held
--comment Why a notice waits, and until when as far as anybody can say.
alter table police.notice
  add held text check (held in ('QUIET_HOURS', 'SAFE_HOURS', 'PAUSED', 'NO_SAFE_TIME', 'SWITCHED_OFF', 'PACED')),
  add held_until timestamptz;
create index notice_open on police.notice (force_id, person_id) where ended_at is null;
--rollback drop index police.notice_open; alter table police.notice drop held, drop held_until;
