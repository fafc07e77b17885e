--liquibase formatted sql

--changeset tenancy:9-switch-review
--comment Since when something is off, and when somebody has to look at it again: a stop stands until it is let go, and is not forgotten.
alter table plumbing.switched_off add since timestamptz not null default now();
alter table plumbing.switched_off add review_at timestamptz not null default now() + interval '4 hours';
grant update (review_at) on plumbing.switched_off to portal_app;
alter table police.switch_turn add review_at timestamptz;
--rollback alter table police.switch_turn drop review_at; revoke update (review_at) on plumbing.switched_off from portal_app; alter table plumbing.switched_off drop review_at; alter table plumbing.switched_off drop since;
