--liquibase formatted sql

--changeset delivery:24-plan-zone
--comment Where the person's clock hangs, as each source heard it; null for the force's own. Quiet hours go by it.
alter table police.safe_contact add time_zone text;
--rollback alter table police.safe_contact drop time_zone;
