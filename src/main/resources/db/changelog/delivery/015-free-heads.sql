--liquibase formatted sql

--changeset delivery:23-head-template
--comment So that what is due of one template is found though another has a backlog and is switched off.
create index outbox_head_template on plumbing.outbox_head (force_id, class, channel, kind, due_at);
--rollback drop index plumbing.outbox_head_template;
