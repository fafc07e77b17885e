--liquibase formatted sql

--changeset identity:22-form-kept-once
--comment Of one form of one person the newest is kept: a keyed digest of where it goes.
alter table police.held_form add column form bytea;
create index held_form_account on police.held_form (force_id, account, kept_at);
--rollback drop index police.held_form_account; alter table police.held_form drop column form;
