--liquibase formatted sql

--changeset tenancy:6-switched-off
--comment What is switched off now, by force; force 0 stands for all of them. Asked by whoever does the work, in the very statement that does it. A name is a word of the program's, such as notices.text.
create table plumbing.switched_off (
  force_id int not null,
  name text not null check (name ~ '^[a-z]+([.-][a-z]+)*$'),
  primary key (force_id, name)
);
grant select, insert, delete on plumbing.switched_off to portal_app;
--rollback drop table plumbing.switched_off;
