--liquibase formatted sql

--changeset audit:5-undecided
--comment The list has two parts, those that wait first; each is read by its own index, however long the other is.
create index trail_export_waiting on police.trail_export (force_id, asked_at, id) where approved is null;
create index trail_export_decided on police.trail_export (force_id, asked_at, id) where approved is not null;
drop index police.trail_export_time;
--rollback create index trail_export_time on police.trail_export (force_id, asked_at); drop index police.trail_export_waiting; drop index police.trail_export_decided;
