--liquibase formatted sql

--changeset identity:23-client-scopes
--comment What a machine client may call the API for. Records systems and systems that officers work in are clients of their own.
alter table plumbing.machine_client add column scopes text[] not null default '{records}' check (scopes <@ '{records,tasks}' and cardinality(scopes) > 0);
--rollback alter table plumbing.machine_client drop column scopes;
