-- Each query answers with faults, one text each. Tables of police are ordinary, partitioned and partitions alike.
select c.oid::regclass || ': not walled. End its change-set with call plumbing.wall(''' || c.oid::regclass || ''')'
from pg_class c
where relnamespace = 'police'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity);

select c.oid::regclass || ': wants exactly the policy that plumbing.wall makes, has: ' || coalesce(string_agg(
  polname || ' ' || pg_get_expr(polqual, polrelid) || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), 'unchecked'), ', '), 'none')
from pg_class c left join pg_policy p on polrelid = c.oid
where relnamespace = 'police'::regnamespace and relkind in ('r', 'p')
group by c.oid
having count(p.oid) <> 1 or not coalesce(bool_and(polpermissive and polcmd = '*' and polroles = '{0}'
  and pg_get_expr(polqual, polrelid) = '(force_id = police.bound_force())'
  and pg_get_expr(polwithcheck, polrelid) = '(force_id = police.bound_force())'), false);

select c.oid::regclass || ': wants a first column force_id int not null'
from pg_class c
where relnamespace = 'police'::regnamespace and relkind in ('r', 'p') and not exists (
  select from pg_attribute where attrelid = c.oid and attname = 'force_id' and atttypid = 'int'::regtype and attnotnull and not attisdropped);

select c.oid::regclass || ': wants a primary key (force_id, ...)'
from pg_class c
where relnamespace = 'police'::regnamespace and relkind in ('r', 'p')
  and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p');

select indrelid::regclass || ': index ' || indexrelid::regclass || ' must start with force_id'
from pg_index join pg_class c on c.oid = indrelid and relnamespace = 'police'::regnamespace and relkind in ('r', 'p')
where coalesce((select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]), '') <> 'force_id';

select conrelid::regclass || ': ' || conname || ' must start with force_id on both sides and stay in police'
from pg_constraint join pg_class c on c.oid = conrelid and c.relnamespace = 'police'::regnamespace
where contype in ('p', 'u', 'f', 'x') and (
  coalesce((select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]), '') <> 'force_id'
  or contype = 'f' and (
    (select relnamespace from pg_class where oid = confrelid) <> 'police'::regnamespace
    or (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) <> 'force_id'));

select conrelid::regclass || ': ' || conname || ' must not point into police from outside the wall'
from pg_constraint join pg_class c on c.oid = conrelid and c.relnamespace <> 'police'::regnamespace
where contype = 'f' and (select relnamespace from pg_class where oid = confrelid) = 'police'::regnamespace;

select c.oid::regclass || ': a view must be made with (security_invoker = true)'
from pg_class c
where relkind = 'v' and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false);

select c.oid::regclass || ': no materialised views and no foreign tables; they know no wall'
from pg_class c where relkind in ('m', 'f');

select c.oid::regclass || ': only police, people and plumbing hold anything'
from pg_class c join pg_namespace n on n.oid = relnamespace
where relkind in ('r', 'p', 'v', 'S') and nspname not in ('police', 'people', 'plumbing', 'pg_catalog', 'information_schema') and nspname !~ '^pg_(toast|temp)';

select oid::regprocedure || ': runs with its owner''s rights and must pin its search_path'
from pg_proc
where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  and not exists (select from unnest(proconfig) setting where setting ~ '^search_path=(""|pg_catalog, ?pg_temp)$');

select rolname || ': may do more than a role of ours should'
from pg_roles
where rolname in ('portal_app', 'portal_owner') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication);

select 'portal_app: is a member of ' || roleid::regrole || ' and must be none of any role'
from pg_auth_members where member = 'portal_app'::regrole;

select 'portal_app: owns ' || pg_describe_object(classid, objid, objsubid) || ' and must own nothing'
from pg_shdepend
where refobjid = 'portal_app'::regrole and deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()));

select 'portal_app: has ' || privilege || ' on ' || c.oid::regclass || ' and must not'
from pg_class c, unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) privilege
where relkind in ('r', 'p', 'v') and relnamespace in ('police'::regnamespace, 'people'::regnamespace, 'plumbing'::regnamespace)
  and has_table_privilege('portal_app', c.oid, privilege);

select 'portal_app: may change ' || c.oid::regclass || ', which belongs to the migration role alone'
from pg_class c
where relnamespace = 'plumbing'::regnamespace and relname like 'databasechangelog%'
  and has_table_privilege('portal_app', c.oid, 'INSERT, UPDATE, DELETE');

select 'portal_app: has ' || privilege || ' on the database and must not'
from unnest(array['TEMP', 'CREATE']) privilege
where has_database_privilege('portal_app', current_database(), privilege);

select 'portal_app: may create in schema ' || nspname || ' and must not'
from pg_namespace
where has_schema_privilege('portal_app', oid, 'CREATE');
