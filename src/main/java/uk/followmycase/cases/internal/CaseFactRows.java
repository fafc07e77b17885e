package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** The facts of cases, and their lock for judging: taken last of all, in the order of ids. */
@Repository
class CaseFactRows {

  private static final String WRITE =
      """
      update police.case_file c
      set kind = told.kind, offence = told.offence, cjs_code = told.cjs, flags = string_to_array(told.flags, ','),
        stage = told.stage, outcome = told.outcome, outcome_on = told.outcome_on,
        occurred_from = told.occurred_from, occurred_to = told.occurred_to, reported_on = told.reported_on,
        area = told.area, collar_number = told.collar, unit = told.unit, words = told.words
      from unnest(:ids, :kinds, :offences, :cjs, :flags, :stages, :outcomes, :outcomesOn, :from, :to, :reported, :areas, :collars, :units, :words)
        as told (id, kind, offence, cjs, flags, stage, outcome, outcome_on, occurred_from, occurred_to, reported_on, area, collar, unit, words)
      where c.id = told.id
      """;

  /** Keys are found case by case, whatever the planner takes the tables to hold. */
  private static final String LOCK =
      """
      select c.id, c.offence, array_to_string(c.flags, ','), c.occurred_from, c.reported_on, c.area, c.stage, c.words, k.wrapped
      from police.case_file c cross join lateral (
        select wrapped from police.case_key where force_id = c.force_id and case_id = c.id offset 0) k
      where c.id = any (:ids)
      order by c.id
      for no key update of c
      """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Marks marks;

  CaseFactRows(JdbcClient jdbc, ForceKeys keys, Marks marks) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.marks = marks;
  }

  /**
   * Waits until nobody else judges these cases, and holds them.
   *
   * @return what stands of those in the second collection, which nobody here has told of
   */
  List<OtherCase> lock(Collection<UUID> own, Set<UUID> others) {
    var again = new ArrayList<OtherCase>();
    jdbc.sql(LOCK)
        .param("ids", Columns.ids(Stream.concat(own.stream(), others.stream()).toList()))
        .query(
            row -> {
              if (others.contains(row.getObject(1, UUID.class))) {
                again.add(other(row));
              }
            });
    return again;
  }

  void write(List<OpenCase> cases) {
    var columns = new Columns<>(cases.stream().<Facts>mapMulti(CaseFactRows::facts).toList());
    jdbc.sql(WRITE)
        .param("ids", columns.uuids(facts -> facts.open().id()))
        .param("kinds", columns.texts(facts -> facts.state().kind().name()))
        .param("offences", columns.texts(facts -> facts.state().offence()))
        .param("cjs", columns.texts(facts -> facts.state().cjsCode()))
        .param("flags", columns.texts(Facts::flags))
        .param("stages", columns.texts(facts -> facts.state().stage().name()))
        .param("outcomes", columns.texts(facts -> facts.state().outcome()))
        .param("outcomesOn", columns.dates(facts -> facts.state().outcomeOn()))
        .param("from", columns.dates(facts -> facts.state().occurredFrom()))
        .param("to", columns.dates(facts -> facts.state().occurredTo()))
        .param("reported", columns.dates(facts -> facts.state().reportedOn()))
        .param("areas", columns.texts(Facts::area))
        .param("collars", columns.texts(Facts::collar))
        .param("units", columns.bytes(this::unit))
        .param("words", columns.bytes(Facts::sealed))
        .update();
  }

  private byte @Nullable [] unit(Facts facts) {
    var officer = facts.state().officer();
    return officer == null || officer.unit() == null ? null : marks.unit(officer.unit());
  }

  private static void facts(OpenCase open, java.util.function.Consumer<Facts> found) {
    var newest = open.newest();
    if (newest != null) {
      found.accept(new Facts(open, newest));
    }
  }

  private OtherCase other(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var key = keys.dataKey(id, row.getBytes(9));
    var words = Words.open(key, id, row.getBytes(8), Words.File.PLACE, Words.File.class);
    return new OtherCase(
        id,
        key,
        new CaseFacts(
            words.normalised(),
            row.getString(2),
            flags(row.getString(3)),
            day(row.getDate(4)),
            day(row.getDate(5)),
            row.getString(6),
            Stage.CLOSED.name().equals(row.getString(7))));
  }

  private static Set<Flag> flags(String joined) {
    return joined.isEmpty()
        ? Set.of()
        : Stream.of(joined.split(",")).map(Flag::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  /** A case that was not told of but must be judged again. */
  record OtherCase(UUID id, DataKey key, CaseFacts facts) {}

  private record Facts(OpenCase open, WholeCase told) {

    CaseState state() {
      return told.state();
    }

    String flags() {
      return state().flags().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    @Nullable String area() {
      var area = state().area();
      return area == null ? null : area.code();
    }

    @Nullable String collar() {
      var officer = state().officer();
      return officer == null ? null : officer.collarNumber();
    }

    byte[] sealed() {
      return Words.seal(open.key(), open.id(), CaseWords.file(told));
    }
  }
}
