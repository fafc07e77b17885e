package uk.followmycase.cases.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
      select c.id, c.words, k.wrapped from police.case_file c
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
      where c.stage <> 'CLOSED' and c.collar_number = :collar
      order by c.id desc limit 1
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
    return staff.withCollarNumber(collarNumber).stream()
        .map(StaffNames.Known::displayName)
        .filter(name -> !name.isBlank())
        .findFirst()
        .or(() -> inACase(collarNumber))
        .orElse(null);
  }

  private Optional<String> inACase(String collarNumber) {
    return jdbc.sql(NEWEST)
        .param("collar", CollarNumber.of(collarNumber))
        .query(
            (row, number) -> {
              var id = row.getObject(1, UUID.class);
              var key = keys.dataKey(id, row.getBytes(3));
              var sealed = Objects.requireNonNull(row.getBytes(2));
              return Words.open(key, id, sealed, Words.File.PLACE, Words.File.class);
            })
        .optional()
        .flatMap(words -> Optional.ofNullable(words.officer()));
  }
}
