--liquibase formatted sql

--changeset cases:100-search-term
--comment What somebody looked for in vain of late, as a keyed digest: the same again is the same. Swept after a day.
create table police.search_term (
  force_id int not null,
  staff uuid not null,
  digest bytea not null,
  at timestamptz not null,
  primary key (force_id, staff, digest)
);
create index search_term_age on police.search_term (force_id, at);
call plumbing.wall('police.search_term');
--rollback drop table police.search_term;

--changeset cases:101-browsed-at
--comment When somebody last looked at a case that nobody gave them; a search is one such look, however many cases it tells of.
alter table police.look add column browsed_at timestamptz;
drop index police.look_staff;
create index look_staff on police.look (force_id, staff, browsed_at) where browsed_at is not null;
--rollback drop index police.look_staff; create index look_staff on police.look (force_id, staff, at); alter table police.look drop column browsed_at;

--changeset cases:102-person-present
--comment Who of a case called or came.
alter table police.caller add column person_id uuid;
alter table police.caller add foreign key (force_id, person_id) references police.case_person (force_id, id) not valid;
--rollback alter table police.caller drop column person_id;
