--liquibase formatted sql

--changeset delivery:12-receipt
--comment What providers say later about what they took, each word once. The attempt keeps a keyed digest of the contact, so that one that comes back is not used again.
alter table police.delivery_attempt add contact_digest bytea check (octet_length(contact_digest) = 16);
create table police.delivery_receipt (
  force_id int not null,
  attempt_id uuid not null,
  word text not null check (word in ('DELIVERED', 'TEMPORARY', 'PERMANENT', 'COMPLAINT')),
  said_at timestamptz not null,
  heard_at timestamptz not null,
  primary key (force_id, attempt_id, word),
  foreign key (force_id, attempt_id) references police.delivery_attempt (force_id, id)
);
call plumbing.wall('police.delivery_receipt', 'select', 'insert');
--rollback drop table police.delivery_receipt; alter table police.delivery_attempt drop contact_digest;
