-- Run once by a superuser of the server. The migration role owns everything; the application's role
-- owns nothing and can bypass nothing. Give both a password where the server asks for one.
do $$ begin
  if not exists (select from pg_roles where rolname = 'portal_owner') then
    create role portal_owner login nosuperuser nobypassrls nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'portal_app') then
    create role portal_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
