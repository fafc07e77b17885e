--liquibase formatted sql

--changeset cases:130-why-ended
--comment Who of staff ended what a representative saw, when and why, sealed with the case's key; read with the case.
alter table police.representation add column why bytea;
create index representation_why on police.representation (force_id, case_id) where why is not null;
--rollback drop index police.representation_why; alter table police.representation drop column why;
