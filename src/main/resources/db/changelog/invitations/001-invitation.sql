--liquibase formatted sql

--changeset invitations:1-invitation
--comment One row per asking-in. Of a link only a digest stands here, and only while it is good; of a code that the force handed over a slow salted one.
create table police.invitation (
  force_id int not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  revision int not null,
  state text not null check (state in ('WAITING', 'SENT', 'PROVED', 'ACCEPTED', 'REFUSED', 'CANCELLED', 'EXPIRED')),
  proof text not null check (proof in ('STANDARD', 'STRICT')),
  channel text not null check (channel in ('TEXT', 'EMAIL')),
  token_digest bytea check (octet_length(token_digest) = 32),
  force_code text check (force_code !~ '^[A-Z0-9-]{1,20}$'),
  force_code_tries smallint not null default 0 check (force_code_tries between 0 and 5),
  force_code_spent_at timestamptz,
  made_at timestamptz not null,
  sent_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  proved_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ending text,
  primary key (force_id, id),
  check ((state in ('WAITING', 'SENT', 'PROVED')) = (ended_at is null)),
  check (token_digest is null or state in ('SENT', 'PROVED')),
  check (force_code is null or ended_at is null),
  check ((state = 'PROVED') <= (proved_at is not null)),
  check ((state = 'CANCELLED') = (ending is not null))
);
create unique index invitation_live on police.invitation (force_id, person_id) where ended_at is null;
create unique index invitation_link on police.invitation (force_id, token_digest) where token_digest is not null;
create index invitation_person on police.invitation (force_id, person_id, id);
call plumbing.wall('police.invitation', 'select', 'insert', 'update');
--rollback drop table police.invitation;

--changeset invitations:2-heads
--comment When a live invitation must be looked at next, to remind or to expire, across forces.
create table plumbing.invitation_head (
  force_id int not null,
  invitation_id uuid not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  primary key (force_id, invitation_id)
);
create index invitation_head_due on plumbing.invitation_head (due_at);
grant select, insert, update, delete on plumbing.invitation_head to portal_app;
--rollback drop table plumbing.invitation_head;
