package uk.followmycase.cases.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** What stands in the rows of a station, for tests that look past the faces. */
final class StationRows {

  private StationRows() {}

  /** The first person on a case. */
  static Handle person(Station station, Handle file) {
    return new Handle(
        station.ask(
            () ->
                station
                    .jdbc()
                    .sql(
                        """
                        select p.handle from police.case_person p join police.case_file c on c.id = p.case_id
                        where c.handle = :file order by p.id limit 1""")
                    .param("file", file.value())
                    .query(UUID.class)
                    .single()));
  }

  /** Keeps a member of staff as one who has signed in to the desk. */
  static void cameBefore(Station station, StaffMember who) {
    var keys = station.product().getBean(ForceKeys.class);
    var number = Objects.requireNonNull(who.collarNumber());
    var called =
        "{\"displayName\":\"%s\",\"collarNumber\":\"%s\"}".formatted(who.displayName(), number);
    station.ask(
        () ->
            station
                .jdbc()
                .sql(
                    """
                    insert into police.staff_record (force_id, account, collar_digest, seen_at, sealed)
                    values (police.bound_force(), :account, :collar, now(), :sealed)""")
                .param("account", who.id().value())
                .param("collar", keys.blind("collar-number", number.toUpperCase(Locale.ROOT)))
                .param(
                    "sealed",
                    keys.seal(
                        "police.staff_record",
                        who.id().value(),
                        called.getBytes(StandardCharsets.UTF_8)))
                .update());
  }

  /** Cases that the trail names where somebody did something, by their handles. */
  static List<Handle> casesIn(Station station, StaffMember who, String action) {
    return station.ask(
        () ->
            station
                .jdbc()
                .sql(
                    """
                    select distinct c.handle from police.audit_entry e
                      join police.audit_subject s on s.entry_id = e.id
                      join police.case_file c on c.id = s.case_id
                    where e.actor_id = :who and e.action = :action""")
                .param("who", who.getName())
                .param("action", action)
                .query((row, number) -> new Handle(row.getObject(1, UUID.class)))
                .list());
  }
}
