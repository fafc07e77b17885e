--liquibase formatted sql

--changeset delivery:20-undelivered
--comment A provider may also say that it gave up, though the contact may be right.
alter table police.delivery_receipt drop constraint delivery_receipt_word_check;
alter table police.delivery_receipt add constraint delivery_receipt_word_check
  check (word in ('DELIVERED', 'TEMPORARY', 'UNDELIVERED', 'PERMANENT', 'COMPLAINT'));
--rollback alter table police.delivery_receipt drop constraint delivery_receipt_word_check; alter table police.delivery_receipt add constraint delivery_receipt_word_check check (word in ('DELIVERED', 'TEMPORARY', 'PERMANENT', 'COMPLAINT'));
