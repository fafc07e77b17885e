--liquibase formatted sql

--changeset platform:6-few-forces-always splitStatements:false
--comment An analysed table knows the forces it had then. Of one that joined since, the planner expects a single row, and takes any index that begins with the force; ANALYZE does not come before a tenth of all forces' rows has changed. So what forces a table has is never gathered: of each column force_id the planner always expects few.
create or replace procedure plumbing.few_forces(place regclass)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  kind "char" := (select relkind from pg_class where oid = place);
  folder text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = place);
  name text := (select relname from pg_class where oid = place);
begin
  if current_setting('server_version_num')::int < 180000 then
    return;
  end if;
  execute format('alter table %s alter column force_id set statistics 0', place);
  perform pg_clear_attribute_stats(folder, name, 'force_id', kind = 'p');
  perform pg_restore_attribute_stats(
    'schemaname', folder, 'relname', name, 'attname', 'force_id', 'inherited', kind = 'p',
    'null_frac', 0::real, 'avg_width', 4, 'n_distinct', 2::real);
end $$;
do $$
declare place regclass;
begin
  for place in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'force_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'police'::regnamespace loop
    call plumbing.few_forces(place);
  end loop;
end $$;
--rollback do $$ declare place regclass; begin for place in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'force_id' where c.relkind in ('r', 'p') and c.relnamespace = 'police'::regnamespace loop execute format('alter table %s alter column force_id set statistics default', place); end loop; end $$;
--rollback create or replace procedure plumbing.few_forces(place regclass) language plpgsql set search_path = pg_catalog, pg_temp as $$ begin if current_setting('server_version_num')::int < 180000 then return; end if; perform pg_restore_attribute_stats( 'schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', 'force_id', 'inherited', c.relkind = 'p', 'null_frac', 0::real, 'avg_width', 4, 'n_distinct', 2::real) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = place and not exists (select from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname); end $$;
