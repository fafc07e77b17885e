--liquibase formatted sql

--changeset cases:110-task-of-officer
--comment Whose case an open task is of, as the case names officer and unit: what waits for somebody is found without reading what waits for others.
alter table police.task add column officer text, add column unit bytea;
create index task_officer on police.task (force_id, officer, due_at, id) where ended_at is null;
create index task_unit on police.task (force_id, unit, due_at, id) where ended_at is null;
create index task_holder on police.task (force_id, holder) where ended_at is null and holder is not null;
create index task_nobodys on police.task (force_id, due_at, id)
  where ended_at is null and unit is null and (role = 'SUPERVISOR' or officer is null);
drop index police.task_due;
create index task_safeguardings on police.task (force_id, due_at, id) where ended_at is null and role = 'SAFEGUARDING';
--rollback drop index police.task_safeguardings; create index task_due on police.task (force_id, role, due_at) where ended_at is null; drop index police.task_nobodys; drop index police.task_holder; drop index police.task_unit; drop index police.task_officer; alter table police.task drop column unit, drop column officer;

--changeset cases:111-tasks-follow-their-case splitStatements:false
--comment Open tasks go with their case to another officer or unit, whoever writes it. Only where it changes is there anything to do.
create function police.tasks_follow_case() returns trigger
  language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
begin
  update police.task set officer = new.collar_number, unit = new.unit
  where force_id = new.force_id and case_id = new.id and ended_at is null;
  return null;
end $$;
create trigger tasks_follow_case after update of collar_number, unit on police.case_file
  for each row when (old.collar_number is distinct from new.collar_number or old.unit is distinct from new.unit)
  execute function police.tasks_follow_case();
--rollback drop trigger tasks_follow_case on police.case_file; drop function police.tasks_follow_case();
