--liquibase formatted sql

--changeset delivery:11-head-way
--comment By what way and of what kind a head is, so that a switch finds it: places in the program's own lists.
alter table plumbing.outbox_head
  add channel smallint not null default 0,
  add kind smallint not null default 0;
--rollback alter table plumbing.outbox_head drop channel, drop kind;
