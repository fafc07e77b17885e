--liquibase formatted sql

--changeset identity:18-known-place
--comment That a contact was proved from a network: one keyed digest of both, so that whoever knocks at it from elsewhere cannot shut its holder out.
create table people.known_place (
  digest bytea primary key,
  proved_at timestamptz not null
);
create index known_place_age on people.known_place (proved_at);
grant select, insert, update, delete on people.known_place to portal_app;
--rollback drop table people.known_place;
