--liquibase formatted sql

--changeset identity:26-kept-out-person
--comment Keyed digests of the collar numbers of whoever is kept out, and of whoever keeps them out: somebody with two accounts is still one person. Null where the number is not known.
alter table police.staff_exclusion add column collar_digest bytea;
alter table police.staff_exclusion add column by_digest bytea;
--rollback alter table police.staff_exclusion drop column by_digest, drop column collar_digest;
