--liquibase formatted sql

--changeset cases:40-task-by-due
--comment All that waits in a force, by when it is due: a system of the force's own reads it page by page.
create index task_all_due on police.task (force_id, due_at, id) where ended_at is null;
--rollback drop index police.task_all_due;
