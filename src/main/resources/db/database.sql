-- Run once by a superuser in the product's own database.
revoke all on database followmycase from public;
revoke all on schema public from public;
grant connect on database followmycase to portal_app;
create schema plumbing authorization portal_owner;
revoke execute on function pg_stat_get_activity(int) from public;
