--liquibase formatted sql

--changeset cases:70-feed-caught-up
--comment When a records system that was heard again after a silence had sent what it owed: most of what was new had happened since.
alter table police.feed add caught_up_at timestamptz;
--rollback alter table police.feed drop caught_up_at;
