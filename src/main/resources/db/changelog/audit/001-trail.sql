--liquibase formatted sql

--changeset audit:1-trail
--comment Who did what with whose case. Append-only, by month; txid lets a sealer stop at its snapshot's edge.
create table police.audit_entry (
  force_id int not null,
  at timestamptz not null,
  id uuid not null,
  txid xid8 not null default pg_current_xact_id(),
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  category text not null,
  recipient uuid,
  detail text,
  check (category <> 'DISCLOSURE' or recipient is not null),
  check (length(actor_id) <= 100 and length(detail) <= 100),
  primary key (force_id, at, id)
) partition by range (at);
call plumbing.wall('police.audit_entry', 'select', 'insert');
create table police.audit_entry_rest partition of police.audit_entry default;
call plumbing.wall('police.audit_entry_rest', variadic array[]::text[]);

create table police.audit_subject (
  force_id int not null,
  case_id uuid not null,
  at timestamptz not null,
  entry_id uuid not null,
  n int not null,
  person_id uuid,
  txid xid8 not null default pg_current_xact_id(),
  primary key (force_id, case_id, at, entry_id, n)
) partition by range (at);
call plumbing.wall('police.audit_subject', 'select', 'insert');
create table police.audit_subject_rest partition of police.audit_subject default;
call plumbing.wall('police.audit_subject_rest', variadic array[]::text[]);
--rollback drop table police.audit_subject; drop table police.audit_entry;

--changeset audit:2-months splitStatements:false
--comment Makes the partitions of a month and those after it. The application may call it and can make nothing else.
create function plumbing.make_audit_months(first date, months int) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  parent text;
  month timestamp;
  part text;
  left_out int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('audit months'));
  for i in 0 .. least(months, 24) loop
    month := date_trunc('month', first::timestamp) + make_interval(months => i);
    foreach parent in array array['audit_entry', 'audit_subject'] loop
      part := parent || to_char(month, '_YYYY_MM');
      continue when to_regclass('police.' || part) is not null;
      begin
        execute format('create table police.%I (like police.%I including all)', part, parent);
        execute format('call plumbing.wall(%L, variadic array[]::text[])', 'police.' || part);
        execute format('alter table police.%I attach partition police.%I for values from (%L) to (%L)',
          parent, part, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
      exception when check_violation then
        left_out := left_out + 1;  -- rows of that month lie in the net already and stay there
      end;
    end loop;
  end loop;
  return left_out;
end $$;
revoke execute on function plumbing.make_audit_months(date, int) from public;
grant execute on function plumbing.make_audit_months(date, int) to portal_app;
--rollback drop function plumbing.make_audit_months(date, int);
