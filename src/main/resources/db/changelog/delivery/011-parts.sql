--liquibase formatted sql

--changeset delivery:18-parts
--comment How many parts of a notice a provider took while the next was not: they are not said again.
alter table police.notice add parts smallint not null default 0;
--rollback alter table police.notice drop parts;
