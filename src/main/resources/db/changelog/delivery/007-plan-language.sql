--liquibase formatted sql

--changeset delivery:30-plan-language
--comment The language that somebody asked for, as each source heard it. It goes before what the records system has.
alter table police.safe_contact add language text check (language in ('en', 'cy'));
--rollback alter table police.safe_contact drop language;
