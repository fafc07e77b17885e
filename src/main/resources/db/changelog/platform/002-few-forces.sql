--liquibase formatted sql

--changeset platform:5-few-forces splitStatements:false
--comment Tells the planner of a table that was never analysed that its rows are of few forces. Else it takes any index that begins with the force to be as good as the right one, and a connection keeps that plan while a first load fills the table.
create procedure plumbing.few_forces(place regclass)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('server_version_num')::int < 180000 then
    return;
  end if;
  perform pg_restore_attribute_stats(
    'schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', 'force_id', 'inherited', c.relkind = 'p',
    'null_frac', 0::real, 'avg_width', 4, 'n_distinct', 2::real)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.oid = place and not exists (select from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname);
end $$;
revoke execute on procedure plumbing.few_forces(regclass) from public;
do $$
declare place regclass;
begin
  for place in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'force_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'police'::regnamespace loop
    call plumbing.few_forces(place);
  end loop;
end $$;
create or replace procedure plumbing.wall(place regclass, variadic rights text[] default array['select','insert','update','delete'])
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', place);
  execute format('alter table %s force row level security', place);
  execute format('create policy force_wall on %s using (force_id = police.bound_force()) with check (force_id = police.bound_force())', place);
  if cardinality(rights) > 0 then
    execute format('grant %s on %s to portal_app', array_to_string(rights, ', '), place);
  end if;
  call plumbing.few_forces(place);
end $$;
--rollback create or replace procedure plumbing.wall(place regclass, variadic rights text[] default array['select','insert','update','delete']) language plpgsql set search_path = pg_catalog, pg_temp as $$ begin execute format('alter table %s enable row level security', place); execute format('alter table %s force row level security', place); execute format('create policy force_wall on %s using (force_id = police.bound_force()) with check (force_id = police.bound_force())', place); if cardinality(rights) > 0 then execute format('grant %s on %s to portal_app', array_to_string(rights, ', '), place); end if; end $$;
--rollback drop procedure plumbing.few_forces(regclass);
