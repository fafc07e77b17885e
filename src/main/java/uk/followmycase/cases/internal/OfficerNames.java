package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Who has a collar number: as they last came to the desk, or as the records system names them. */
@Component
class OfficerNames {

  private static final String NEWEST =
      """
      select n.collar, c.id, c.words, k.wrapped from unnest(:collars::text[]) as n (collar)
        cross join lateral (select force_id, id, words from police.case_file
          where stage <> 'CLOSED' and collar_number = n.collar order by id desc limit 1) c
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
      """;

  private final StaffNames staff;
  private final JdbcClient jdbc;
  private final ForceKeys keys;

  OfficerNames(StaffNames staff, JdbcClient jdbc, ForceKeys keys) {
    this.staff = staff;
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** Null where nobody of that number is known. */
  @Nullable String of(String collarNumber) {
    return of(List.of(collarNumber)).get(CollarNumber.of(collarNumber));
  }

  /** Of all of these at once, by their numbers; without those whom nobody knows. */
  Map<String, String> of(Collection<String> collarNumbers) {
    var asked = collarNumbers.stream().map(CollarNumber::of).collect(Collectors.toSet());
    var found = new HashMap<String, String>();
    staff
        .withCollarNumbers(asked)
        .forEach(
            (collar, known) ->
                known.stream()
                    .map(StaffNames.Known::displayName)
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .ifPresent(name -> found.put(collar, name)));
    asked.removeAll(found.keySet());
    if (!asked.isEmpty()) {
      inCases(asked, found);
    }
    return found;
  }

  private void inCases(Collection<String> collars, Map<String, String> found) {
    jdbc.sql(NEWEST)
        .param("collars", collars.toArray(String[]::new))
        .query(
            row -> {
              var id = row.getObject(2, UUID.class);
              var key = keys.dataKey(id, row.getBytes(4));
              var sealed = Objects.requireNonNull(row.getBytes(3));
              var officer =
                  Words.open(key, id, sealed, Words.File.PLACE, Words.File.class).officer();
              if (officer != null) {
                found.put(row.getString(1), officer);
              }
            });
  }
}
