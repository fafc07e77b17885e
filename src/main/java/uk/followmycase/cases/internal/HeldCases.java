package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.toCollection;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseFiles.Held;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.CaseState.Area;
import uk.followmycase.cases.CaseState.Officer;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Puts together what is held of a case, for the records system that told it. */
@Component
class HeldCases {

  private static final String FIND =
      """
      select c.id, k.wrapped, p.version, p.told_at, c.kind, c.offence, c.cjs_code, array_to_string(c.flags, ','),
        c.stage, c.outcome, c.outcome_on, c.occurred_from, c.occurred_to, c.reported_on, c.area, c.collar_number, c.words,
        (select count(*) from police.timeline_entry t where t.case_id = c.id and t.withdrawn)
      from police.case_file c
        join police.case_key k on k.force_id = c.force_id and k.case_id = c.id
        join police.case_page p on p.force_id = c.force_id and p.case_id = c.id
      where c.reference_digest = :reference
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final HeldPeople people;
  private final TimelineRows timeline;
  private final IntakeTrail trail;

  HeldCases(
      JdbcClient jdbc,
      ForceKeys keys,
      HeldPeople people,
      TimelineRows timeline,
      IntakeTrail trail) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.people = people;
    this.timeline = timeline;
    this.trail = trail;
  }

  Optional<Held> find(String client, CaseReference reference) {
    return jdbc.sql(FIND)
        .param("reference", Told.digest(reference.normalised(), keys).bytes())
        .query((row, number) -> file(row))
        .optional()
        .map(file -> disclosed(client, reference, file));
  }

  private Held disclosed(String client, CaseReference asked, File file) {
    trail.disclosed(client, file.id());
    var words = file.words();
    return new Held(
        words == null ? asked.written() : words.reference(),
        file.version(),
        file.receivedAt(),
        file.state(),
        people.on(file.id(), file.key()),
        timeline.live(file.id(), file.key()).stream().sorted(HeldPeople.BY_TIME).toList(),
        file.withdrawn());
  }

  private File file(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var key = keys.dataKey(id, row.getBytes(2));
    var sealed = row.getBytes(17);
    var words =
        sealed == null ? null : Words.open(key, id, sealed, Words.File.PLACE, Words.File.class);
    return new File(
        id,
        key,
        row.getLong(3),
        Objects.requireNonNull(row.getTimestamp(4)).toInstant(),
        words,
        words == null ? null : state(row, words),
        row.getInt(18));
  }

  private static CaseState state(ResultSet row, Words.File words) throws SQLException {
    var area = row.getString(15);
    var collar = row.getString(16);
    return new CaseState(
        CaseState.Kind.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7),
        flags(row.getString(8)),
        Stage.valueOf(row.getString(9)),
        row.getString(10),
        day(row.getDate(11)),
        day(row.getDate(12)),
        day(row.getDate(13)),
        day(row.getDate(14)),
        area == null ? null : new Area(area, words.areaName()),
        words.report(),
        words.property(),
        collar == null || words.officer() == null
            ? null
            : new Officer(collar, words.officer(), words.unit(), words.email()));
  }

  private static EnumSet<Flag> flags(String joined) {
    return Stream.of(joined.split(","))
        .filter(name -> !name.isEmpty())
        .map(Flag::valueOf)
        .collect(toCollection(() -> EnumSet.noneOf(Flag.class)));
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  private record File(
      UUID id,
      DataKey key,
      long version,
      Instant receivedAt,
      Words.@Nullable File words,
      @Nullable CaseState state,
      int withdrawn) {}
}
