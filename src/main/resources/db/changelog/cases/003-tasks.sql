--liquibase formatted sql

--changeset cases:30-task
--comment Something that waits for a person of the force. Names of colleagues and what they write are sealed.
create table police.task (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  kind text not null,
  role text not null,
  collar_number text,
  case_id uuid not null,
  person_id uuid,
  subject uuid not null,
  about uuid,
  state text not null check (state in ('OPEN', 'TAKEN', 'PROPOSED', 'ANSWERED', 'GONE')),
  version int not null default 1,
  holder uuid,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  answer text,
  words bytea,
  primary key (force_id, id),
  unique (force_id, handle),
  foreign key (force_id, case_id) references police.case_file (force_id, id),
  foreign key (force_id, person_id) references police.case_person (force_id, id),
  check ((state in ('ANSWERED', 'GONE')) = (ended_at is not null)),
  check ((state = 'ANSWERED') = (answer is not null)),
  check (state <> 'OPEN' or holder is null)
);
create unique index task_open on police.task (force_id, kind, subject) where ended_at is null;
create index task_due on police.task (force_id, role, due_at) where ended_at is null;
create index task_case on police.task (force_id, case_id);
call plumbing.wall('police.task', 'select', 'insert', 'update');
--rollback drop table police.task;

--changeset cases:31-decision
--comment What a person of the force decided about somebody who is held, and the grounds that stood then. It stands until another one, and only while nothing new comes.
create table police.decision (
  force_id int not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  once uuid not null,
  outcome text not null check (outcome in ('APPROVED', 'REFUSED')),
  grounds text[] not null,
  staff uuid not null,
  second uuid,
  decided_at timestamptz not null,
  words bytea not null,
  primary key (force_id, id),
  unique (force_id, once),
  foreign key (force_id, person_id) references police.case_person (force_id, id)
);
create index decision_person on police.decision (force_id, person_id, id);
call plumbing.wall('police.decision', 'select', 'insert');
--rollback drop table police.decision;
