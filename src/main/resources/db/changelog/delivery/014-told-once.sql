--liquibase formatted sql

--changeset delivery:22-told-once
--comment Somebody with several cases is told once of what is new. An attempt says by a keyed digest who would read what, where and from whom; of equal ones one is in the air at a time, which is unmarked with its outcome. No other column of these indexes changes, so that outcomes are written beside their rows. A notice that another one told of names that attempt; none does yet, and no force is bound to look through them.
alter table police.delivery_attempt add news uuid, add in_air uuid;
create index delivery_attempt_news on police.delivery_attempt (force_id, news, begun_at) where news is not null;
create unique index delivery_attempt_in_air on police.delivery_attempt (force_id, in_air) where in_air is not null;
alter table police.delivery_attempt add constraint delivery_attempt_landed check (outcome is null or in_air is null);
alter table police.notice add told_by uuid;
alter table police.notice drop constraint notice_state_check;
alter table police.notice add constraint notice_state_check
  check (state in ('WAITING', 'SENDING', 'HANDED_OVER', 'TOLD', 'UNKNOWN', 'REFUSED', 'PARKED', 'EXPIRED', 'DROPPED', 'RECALLED', 'UNSAFE'));
alter table police.notice add constraint notice_told check ((told_by is not null) = (state = 'TOLD'));
alter table police.notice add foreign key (force_id, told_by) references police.delivery_attempt (force_id, id) not valid;
create index notice_told_by on police.notice (force_id, told_by) where told_by is not null;
--rollback drop index police.notice_told_by; alter table police.notice drop told_by; update police.notice set state = 'DROPPED' where state = 'TOLD'; alter table police.notice drop constraint notice_state_check; alter table police.notice add constraint notice_state_check check (state in ('WAITING', 'SENDING', 'HANDED_OVER', 'UNKNOWN', 'REFUSED', 'PARKED', 'EXPIRED', 'DROPPED', 'RECALLED', 'UNSAFE')); alter table police.delivery_attempt drop news, drop in_air;
