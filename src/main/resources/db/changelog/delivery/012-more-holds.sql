--liquibase formatted sql

--changeset delivery:19-more-holds
--comment What waits for a force's own limit, or for a provider in trouble, says so, too.
alter table police.notice drop constraint notice_held_check;
alter table police.notice add constraint notice_held_check check (held in ('QUIET_HOURS', 'SAFE_HOURS', 'PAUSED', 'NO_SAFE_TIME', 'SWITCHED_OFF', 'PACED', 'LIMIT', 'TROUBLE'));
--rollback update police.notice set held = null, held_until = null where held in ('LIMIT', 'TROUBLE'); alter table police.notice drop constraint notice_held_check; alter table police.notice add constraint notice_held_check check (held in ('QUIET_HOURS', 'SAFE_HOURS', 'PAUSED', 'NO_SAFE_TIME', 'SWITCHED_OFF', 'PACED'));
