--liquibase formatted sql

--changeset platform:1-zones
--comment Three zones: police is walled by force, people holds credentials, plumbing holds opaque heads.
create schema police;
create schema people;
grant usage on schema police, people, plumbing to portal_app;
--rollback drop schema people; drop schema police;

--changeset platform:2-bound-force
--comment The one place that knows how a force is bound. Unbound it throws: '' and unset are no numbers.
create function police.bound_force() returns int
  language sql stable parallel safe
  return current_setting('app.force')::int;
--rollback drop function police.bound_force();

--changeset platform:3-wall splitStatements:false
--comment Walls a table of police: forced row-level security by the bound force, and the grants asked for.
create procedure plumbing.wall(place regclass, variadic rights text[] default array['select','insert','update','delete'])
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', place);
  execute format('alter table %s force row level security', place);
  execute format('create policy force_wall on %s using (force_id = police.bound_force()) with check (force_id = police.bound_force())', place);
  if cardinality(rights) > 0 then
    execute format('grant %s on %s to portal_app', array_to_string(rights, ', '), place);
  end if;
end $$;
revoke execute on procedure plumbing.wall(regclass, text[]) from public;
--rollback drop procedure plumbing.wall(regclass, text[]);

--changeset platform:4-scheduled-tasks
--comment db-scheduler's table.
create table plumbing.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on plumbing.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on plumbing.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on plumbing.scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on plumbing.scheduled_tasks to portal_app;
--rollback drop table plumbing.scheduled_tasks;
