package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The zones hold in the migrated database, and each way of breaking them is named. */
class CatalogueTests {

  private static final String DATABASE = TestDatabase.fresh();
  private static final String TABLE =
      """
      set role portal_owner;
      create table police.thing (force_id int not null, id int not null, name text, primary key (force_id, id))
        partition by list (force_id);
      """;

  @Test
  void zonesHold() {
    var superuser = new DriverManagerDataSource(TestDatabase.url(DATABASE, "postgres"));
    assertThat(new Catalogue(superuser).faults()).isEmpty();
  }

  @Test
  void aWalledTableIsFine() throws SQLException {
    assertThat(faultsAfter("call plumbing.wall('police.thing')")).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          select 1                                                                          | police.thing: not walled
          call plumbing.wall('police.thing'); alter table police.thing no force row level security | police.thing: not walled
          call plumbing.wall('police.thing'); drop policy force_wall on police.thing         | police.thing: wants exactly the policy
          call plumbing.wall('police.thing'); create policy more on police.thing using (true) | police.thing: wants exactly the policy
          call plumbing.wall('police.thing'); alter policy force_wall on police.thing with check (true) | police.thing: wants exactly the policy
          call plumbing.wall('police.thing'); alter policy force_wall on police.thing to portal_app | police.thing: wants exactly the policy
          call plumbing.wall('police.thing'); create table police.part partition of police.thing for values in (1) | police.part: not walled
          call plumbing.wall('police.thing'); alter table police.thing drop constraint thing_pkey, alter force_id drop not null | wants a first column force_id
          call plumbing.wall('police.thing'); alter table police.thing drop constraint thing_pkey | wants a primary key
          call plumbing.wall('police.thing'); create index by_name on police.thing (name, force_id) | police.by_name must start with force_id
          call plumbing.wall('police.thing'); create index by_word on police.thing (lower(name)) | police.by_word must start with force_id
          call plumbing.wall('police.thing'); create table police.row (force_id int not null, id int not null, other int not null, primary key (force_id, id), foreign key (other, id) references police.thing (force_id, id)); call plumbing.wall('police.row') | must start with force_id on both sides
          create table people.pointer (force_id int, id int, foreign key (force_id, id) references police.thing) | must not point into police
          create view police.seen as select id from police.thing                           | a view must be made with
          create materialized view police.copy as select id from police.thing               | no materialised views
          set role postgres; create schema more authorization portal_owner; create table more.thing (id int) | only police, people and plumbing
          create function police.all_of() returns int language sql security definer return 1 | must pin its search_path
          create function police.all_of() returns int language sql security definer set search_path = '' return 1 | Make it SECURITY INVOKER
          create table people.thing (id int)                                                | people.thing: not listed
          create table plumbing.thing (id int)                                              | plumbing.thing: not listed
          alter table plumbing.scheduled_tasks add note text                                | plumbing.scheduled_tasks.note: can hold words
          alter table plumbing.scheduled_tasks add note jsonb                               | plumbing.scheduled_tasks.note: can hold words
          grant truncate on police.thing to public                                          | has TRUNCATE on police.thing
          grant references on police.thing to portal_app                                    | has REFERENCES on police.thing
          grant update on plumbing.databasechangelog to portal_app                          | belongs to the migration role alone
          grant create on schema police to portal_app                                       | may create in schema police
          set role postgres; alter table police.thing owner to portal_app                   | portal_app: owns table police.thing
          set role postgres; grant temporary on database ${database} to public           | portal_app: has TEMP on the database
          set role postgres; alter role portal_app bypassrls                                | portal_app: may do more than a role
          set role postgres; grant portal_owner to portal_app                               | portal_app: is a member of portal_owner
          """)
  void eachBreakIsNamed(String breaking, String named) throws SQLException {
    assertThat(faultsAfter(breaking.replace("${database}", DATABASE)))
        .anyMatch(fault -> fault.contains(named));
  }

  /** Breaks the zones in a transaction that is rolled back. */
  private static List<String> faultsAfter(String breaking) throws SQLException {
    try (var connection = DriverManager.getConnection(TestDatabase.url(DATABASE, "postgres"));
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(TABLE);
      statement.execute(breaking);
      statement.execute("reset role");
      var faults = new Catalogue(new SingleConnectionDataSource(connection, true)).faults();
      connection.rollback();
      return faults;
    }
  }
}
