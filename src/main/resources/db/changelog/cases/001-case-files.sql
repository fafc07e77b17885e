--liquibase formatted sql

--changeset cases:1-case-file
--comment A crime or incident. Without kind it is a shell: updates came before their case, and nobody sees it.
create table police.case_file (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  reference_digest bytea not null,
  kind text check (kind in ('CRIME', 'INCIDENT')),
  offence text,
  cjs_code text,
  flags text[] not null default '{}',
  stage text,
  outcome text,
  outcome_on date,
  occurred_from date,
  occurred_to date,
  reported_on date,
  area text,
  collar_number text,
  words bytea,
  made_at timestamptz not null,
  primary key (force_id, id),
  unique (force_id, reference_digest),
  unique (force_id, handle)
);
call plumbing.wall('police.case_file', 'select', 'insert', 'update');
--rollback drop table police.case_file;

--changeset cases:2-case-key
--comment The wrapped data key of a case, here and nowhere else: destroying the row erases every word of the case.
create table police.case_key (
  force_id int not null,
  case_id uuid not null,
  wrapped bytea not null,
  primary key (force_id, case_id),
  foreign key (force_id, case_id) references police.case_file (force_id, id)
);
call plumbing.wall('police.case_key', 'select', 'insert', 'delete');
--rollback drop table police.case_key;

--changeset cases:3-case-page
--comment Everything a victim's page shows, in one row rewritten with each update. Whoever changes a case locks this row first.
create table police.case_page (
  force_id int not null,
  case_id uuid not null,
  version bigint not null default 0,
  body_digest bytea,
  marks_digest bytea,
  told_at timestamptz not null,
  words bytea,
  primary key (force_id, case_id),
  foreign key (force_id, case_id) references police.case_file (force_id, id)
) with (fillfactor = 60, toast_tuple_target = 8160);
alter table police.case_page alter column words set storage external;
call plumbing.wall('police.case_page', 'select', 'insert', 'update');
--rollback drop table police.case_page;

--changeset cases:4-case-person
--comment Somebody on a case. The columns are what rules and clocks need; names, birth and contacts are sealed.
create table police.case_person (
  force_id int not null,
  id uuid not null,
  case_id uuid not null,
  source_digest bytea not null,
  body_digest bytea not null,
  role text not null,
  gone boolean not null default false,
  text_safe boolean not null,
  email_safe boolean not null,
  shared boolean not null,
  enhanced boolean not null,
  wish text,
  safe_digests bytea not null,
  unsafe_digests bytea not null,
  words bytea not null,
  primary key (force_id, id),
  unique (force_id, case_id, source_digest),
  foreign key (force_id, case_id) references police.case_file (force_id, id)
);
call plumbing.wall('police.case_person', 'select', 'insert', 'update');
--rollback drop table police.case_person;

--changeset cases:5-timeline-entry
--comment Append-only root. Withdrawn, it keeps its id's digest and nothing else, also when the update never came.
create table police.timeline_entry (
  force_id int not null,
  case_id uuid not null,
  source_digest bytea not null,
  id uuid not null,
  at timestamptz,
  kind text,
  reason text,
  body_digest bytea,
  words bytea,
  withdrawn boolean not null default false,
  received_at timestamptz not null,
  primary key (force_id, case_id, source_digest),
  foreign key (force_id, case_id) references police.case_page (force_id, case_id),
  check (withdrawn = (body_digest is null))
);
call plumbing.wall('police.timeline_entry', 'select', 'insert', 'update');
--rollback drop table police.timeline_entry;

--changeset cases:6-verdict
--comment What the rules say of a person now, and every change of it.
create table police.verdict (
  force_id int not null,
  person_id uuid not null,
  case_id uuid not null,
  standing text not null,
  reasons text[] not null,
  revision int not null,
  judged_at timestamptz not null,
  primary key (force_id, person_id),
  foreign key (force_id, person_id) references police.case_person (force_id, id)
);
call plumbing.wall('police.verdict', 'select', 'insert', 'update');
create table police.verdict_history (
  force_id int not null,
  id uuid not null,
  person_id uuid not null,
  standing text not null,
  reasons text[] not null,
  revision int not null,
  judged_at timestamptz not null,
  primary key (force_id, id)
);
call plumbing.wall('police.verdict_history', 'select', 'insert');
--rollback drop table police.verdict_history; drop table police.verdict;

--changeset cases:7-grant-access
--comment Which account sees a case as which person, and whether it may now. One account for a person at a time.
create table police.grant_access (
  force_id int not null,
  person_id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  handle uuid not null,
  state text not null check (state in ('OPEN', 'READ_ONLY', 'SUSPENDED', 'ENDED')),
  cause text,
  proved_digests bytea not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (force_id, person_id),
  foreign key (force_id, person_id) references police.case_person (force_id, id)
);
create index grant_access_account on police.grant_access (force_id, account_id, handle);
call plumbing.wall('police.grant_access', 'select', 'insert', 'update');
create table plumbing.account_force (
  account_id uuid not null,
  force_id int not null,
  primary key (account_id, force_id)
);
grant select, insert, delete on plumbing.account_force to portal_app;
--rollback drop table plumbing.account_force; drop table police.grant_access;

--changeset cases:8-idempotency-key
--comment Answers of single calls, kept 30 days.
create table police.idempotency_key (
  force_id int not null,
  client text not null,
  key_digest bytea not null,
  id uuid not null,
  body_digest bytea not null,
  answer bytea not null,
  made_at timestamptz not null,
  primary key (force_id, client, key_digest)
);
create index idempotency_key_age on police.idempotency_key (force_id, made_at);
call plumbing.wall('police.idempotency_key', 'select', 'insert', 'delete');
--rollback drop table police.idempotency_key;

--changeset cases:9-feed
--comment When each records system was last heard.
create table police.feed (
  force_id int not null,
  client text not null,
  received_at timestamptz not null,
  primary key (force_id, client)
);
call plumbing.wall('police.feed', 'select', 'insert', 'update');
--rollback drop table police.feed;
