--liquibase formatted sql

--changeset cases:50-feed-resumed
--comment When a records system was heard again after it had been silent for longer than promised.
alter table police.feed add resumed_at timestamptz;
--rollback alter table police.feed drop resumed_at;
