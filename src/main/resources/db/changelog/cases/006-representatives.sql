--liquibase formatted sql

--changeset cases:60-representative
--comment Somebody whom the force lets see a case for a person on it. No row has it yet, and none can be read unbound, so that nothing is checked of those that stand. They stand among the people of the case; the records system neither tells nor takes them.
alter table police.case_person
  add column represents uuid,
  add constraint case_person_represents_person foreign key (force_id, represents) references police.case_person (force_id, id) not valid;
create index case_person_represents on police.case_person (force_id, represents) where represents is not null and not gone;
create table police.representation (
  force_id int not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('PARENT_OR_GUARDIAN', 'NEXT_OF_KIN', 'SPOKESPERSON', 'LAWYER', 'ADVOCATE', 'INTERPRETER')),
  sees text not null check (sees in ('WHOLE', 'PROGRESS')),
  until_on date not null,
  added_at timestamptz not null,
  staff uuid not null,
  ended_at timestamptz,
  primary key (force_id, person_id),
  foreign key (force_id, person_id) references police.case_person (force_id, id)
);
call plumbing.wall('police.representation', 'select', 'insert', 'update');
--rollback drop table police.representation; drop index police.case_person_represents; alter table police.case_person drop constraint case_person_represents_person, drop column represents;

--changeset cases:61-grant-of-representative
--comment How much of the case a grant shows, and until when: nothing stands here for those whose case it is.
alter table police.grant_access
  add column sees text check (sees in ('WHOLE', 'PROGRESS')),
  add column until_on date,
  add constraint grant_access_of_representative check ((sees is null) = (until_on is null));
--rollback alter table police.grant_access drop constraint grant_access_of_representative, drop column sees, drop column until_on;
