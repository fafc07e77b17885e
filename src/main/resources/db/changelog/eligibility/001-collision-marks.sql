--liquibase formatted sql

--changeset eligibility:1-collision-marks
--comment Keyed digests by which a victim's contact is found to be a suspect's. Without person_id the mark is a suspect's or another party's; the case bears it.
create table police.collision_mark (
  force_id int not null,
  case_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('PHONE', 'EMAIL', 'ADDRESS', 'SOURCE_ID')),
  digest bytea not null check (octet_length(digest) = 16),
  live boolean not null,
  bearer uuid not null generated always as (coalesce(person_id, case_id)) stored,
  primary key (force_id, case_id, kind, digest, bearer)
);
create index collision_mark_other_party on police.collision_mark (force_id, digest, kind) include (case_id, live) where person_id is null;
create index collision_mark_person on police.collision_mark (force_id, digest, kind) include (case_id) where person_id is not null;
call plumbing.wall('police.collision_mark');
--rollback drop table police.collision_mark;
