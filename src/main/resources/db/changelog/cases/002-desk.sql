--liquibase formatted sql

--changeset cases:10-found-at-a-desk
--comment What cases and people are found by at a desk: officer, keyed digest of the unit, last update, keyed digest of the name, and a person's name in addresses.
alter table police.case_file add column unit bytea;
alter table police.case_page add column last_at timestamptz;
alter table police.case_person add column name_digest bytea;
alter table police.case_person add column handle uuid not null default gen_random_uuid();
alter table police.case_person add constraint case_person_handle unique (force_id, handle);
create index case_file_officer on police.case_file (force_id, collar_number) where stage <> 'CLOSED';
create index case_file_unit on police.case_file (force_id, unit) where stage <> 'CLOSED';
create index case_person_name on police.case_person (force_id, name_digest) where not gone;
create index verdict_held on police.verdict (force_id, case_id) where standing = 'NEEDS_PERSON';
create index verdict_history_person on police.verdict_history (force_id, person_id, judged_at);
--rollback drop index police.verdict_history_person; drop index police.verdict_held; drop index police.case_person_name; drop index police.case_file_unit; drop index police.case_file_officer; alter table police.case_person drop column handle, drop column name_digest; alter table police.case_page drop column last_at; alter table police.case_file drop column unit;

--changeset cases:11-cover
--comment Who works on an officer's cases, in units of whoever said so, until the end of a day.
create table police.cover (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  collar_number text not null,
  covered_by text not null,
  units bytea[] not null,
  until_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (force_id, id),
  unique (force_id, handle)
);
create index cover_by on police.cover (force_id, covered_by, until_on) where ended_at is null;
call plumbing.wall('police.cover', 'select', 'insert', 'update');
--rollback drop table police.cover;

--changeset cases:12-caller
--comment That somebody on a case called or came, and how they were checked: what a contact handler may see for half an hour.
create table police.caller (
  force_id int not null,
  id uuid not null,
  case_id uuid not null,
  staff uuid not null,
  checked text not null,
  at timestamptz not null,
  until timestamptz not null,
  primary key (force_id, id),
  foreign key (force_id, case_id) references police.case_file (force_id, id)
);
create index caller_staff on police.caller (force_id, staff, case_id, until);
call plumbing.wall('police.caller', 'select', 'insert');
--rollback drop table police.caller;

--changeset cases:13-broken-glass
--comment Who saw a case without a part in it, and the reason, sealed with the case's key, until a supervisor has read it.
create table police.broken_glass (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  case_id uuid not null,
  staff uuid not null,
  units bytea[] not null,
  at timestamptz not null,
  until timestamptz not null,
  words bytea not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (force_id, id),
  unique (force_id, handle),
  foreign key (force_id, case_id) references police.case_file (force_id, id)
);
create index broken_glass_staff on police.broken_glass (force_id, staff, case_id, until);
create index broken_glass_open on police.broken_glass (force_id, at) where settled_at is null;
call plumbing.wall('police.broken_glass', 'select', 'insert', 'update');
--rollback drop table police.broken_glass;

--changeset cases:14-conflict
--comment People and contacts whose cases somebody must not see: keyed digests to compare, words sealed. By account, or by collar number where a supervisor said it.
create table police.conflict (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  staff uuid,
  collar_number text,
  kind text not null check (kind in ('NAME', 'PHONE', 'EMAIL', 'ADDRESS')),
  digest bytea not null,
  words bytea not null,
  said_by uuid not null,
  said_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (force_id, id),
  unique (force_id, handle),
  check (staff is not null or collar_number is not null)
);
create index conflict_staff on police.conflict (force_id, staff) where lifted_at is null;
create index conflict_collar on police.conflict (force_id, collar_number) where lifted_at is null;
call plumbing.wall('police.conflict', 'select', 'insert', 'update');
--rollback drop table police.conflict;

--changeset cases:15-look
--comment Who looked at a case last and by what bond; the trail has every look. Words are the looker's name, sealed. Swept after thirty days.
create table police.look (
  force_id int not null,
  case_id uuid not null,
  staff uuid not null,
  at timestamptz not null,
  bond text not null,
  words bytea not null,
  primary key (force_id, case_id, staff)
);
create index look_staff on police.look (force_id, staff, at);
create index look_age on police.look (force_id, at);
call plumbing.wall('police.look');
--rollback drop table police.look;

--changeset cases:16-browsing
--comment That somebody looked at many cases that nobody gave them.
create table police.browsing (
  force_id int not null,
  id uuid not null,
  handle uuid not null,
  staff uuid not null,
  units bytea[] not null,
  at timestamptz not null,
  looks int not null,
  words bytea not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (force_id, id),
  unique (force_id, handle)
);
create index browsing_staff on police.browsing (force_id, staff, at);
create index browsing_open on police.browsing (force_id, at) where settled_at is null;
call plumbing.wall('police.browsing', 'select', 'insert', 'update');
--rollback drop table police.browsing;
