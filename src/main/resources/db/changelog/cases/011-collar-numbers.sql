--liquibase formatted sql

--changeset cases:110-collar-numbers
--comment A collar number is kept in one way of writing, so that whoever compares it finds the person: small letters never come in.
alter table police.case_file add constraint case_file_collar check (collar_number !~ '[a-z]');
alter table police.cover add constraint cover_collars check (collar_number !~ '[a-z]' and covered_by !~ '[a-z]');
alter table police.conflict add constraint conflict_collar check (collar_number !~ '[a-z]');
alter table police.task add constraint task_collar check (collar_number !~ '[a-z]');
--rollback alter table police.task drop constraint task_collar; alter table police.conflict drop constraint conflict_collar; alter table police.cover drop constraint cover_collars; alter table police.case_file drop constraint case_file_collar;
