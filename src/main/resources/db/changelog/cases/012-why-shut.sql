--liquibase formatted sql

--changeset cases:120-why-shut
--comment Who shut or ended access by hand, when and why, sealed with the case's key, until it is opened again.
alter table police.grant_access add column why bytea;
--rollback alter table police.grant_access drop column why;
