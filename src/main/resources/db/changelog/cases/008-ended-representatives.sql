--liquibase formatted sql

--changeset cases:80-representation-over
--comment By which those are found each night whose last day is over.
create index representation_until on police.representation (force_id, until_on) where ended_at is null;
--rollback drop index police.representation_until;
