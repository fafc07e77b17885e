--liquibase formatted sql

--changeset delivery:21-receipt-parts
--comment What was said in several parts arrived when all of them did: each part's receipts are kept, and how many there were.
alter table police.delivery_attempt add parts smallint not null default 1;
alter table police.delivery_receipt add part smallint not null default 0;
alter table police.delivery_receipt drop constraint delivery_receipt_pkey;
alter table police.delivery_receipt add primary key (force_id, attempt_id, part, word);
--rollback alter table police.delivery_receipt drop constraint delivery_receipt_pkey; delete from police.delivery_receipt where part > 0; alter table police.delivery_receipt drop part; alter table police.delivery_receipt add primary key (force_id, attempt_id, word); alter table police.delivery_attempt drop parts;
