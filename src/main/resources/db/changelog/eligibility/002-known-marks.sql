--liquibase formatted sql

--changeset eligibility:2-known-mark
--comment Which marks stand on a case, for those who find cases by a contact and those who must not see them. It sees what its reader may see.
create view police.known_mark with (security_invoker = true) as
  select force_id, case_id, person_id, kind, digest from police.collision_mark;
grant select on police.known_mark to portal_app;
--rollback drop view police.known_mark;
