package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Pages as those with a grant may see them: page, key and access state in one query. */
@Repository
class PageRows {

  private static final String COLUMNS =
      """
      select g.person_id, g.case_id, g.handle, g.state, p.told_at, p.words, k.wrapped, g.sees,
        exists (select from police.case_person q where q.force_id = g.force_id and q.represents = g.person_id and not q.gone)""";

  private static final String JOINED =
      """

      from police.grant_access g
        join police.case_page p on p.force_id = g.force_id and p.case_id = g.case_id
        join police.case_key k on k.force_id = g.force_id and k.case_id = g.case_id
      """;

  private static final String SHOW =
      COLUMNS
          + ", (select max(received_at) from police.feed)"
          + JOINED
          + """
          where g.account_id = :account and g.handle = :handle and g.state in ('OPEN', 'READ_ONLY')
            and (g.until_on is null or g.until_on >= :today)
          order by g.sees nulls first, g.state limit 1
          """;

  private static final String LIST =
      COLUMNS
          + ", null::timestamptz"
          + JOINED
          + """
          where g.account_id = :account and g.state <> 'ENDED'
            and (g.until_on is null or g.until_on >= :today)
          order by p.told_at desc, g.person_id
          """;

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final Forces forces;
  private final Clock clock;

  PageRows(JdbcClient jdbc, ForceKeys keys, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.forces = forces;
    this.clock = clock;
  }

  Optional<Row> show(AccountId account, Handle handle) {
    return jdbc.sql(SHOW)
        .param("account", account.value())
        .param("handle", handle.value())
        .param("today", today())
        .query((row, number) -> row(row))
        .optional();
  }

  /** The case of this name, whoever may see it. */
  Optional<UUID> named(Handle handle) {
    return jdbc.sql("select id from police.case_file where handle = :handle")
        .param("handle", handle.value())
        .query(UUID.class)
        .optional();
  }

  List<Row> list(AccountId account) {
    return jdbc.sql(LIST)
        .param("account", account.value())
        .param("today", today())
        .query((row, number) -> row(row))
        .list();
  }

  private Date today() {
    return Date.valueOf(forces.current().settings().day(clock.instant()));
  }

  private Row row(ResultSet row) throws SQLException {
    var caseId = row.getObject(2, UUID.class);
    var heard = row.getTimestamp(10);
    return new Row(
        row.getObject(1, UUID.class),
        caseId,
        new Handle(row.getObject(3, UUID.class)),
        AccessState.valueOf(row.getString(4)),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
        heard == null ? null : heard.toInstant(),
        words(caseId, row),
        row.getString(8) == null ? null : Sees.valueOf(row.getString(8)),
        row.getBoolean(9));
  }

  private PageWords words(UUID caseId, ResultSet row) throws SQLException {
    var key = keys.dataKey(caseId, row.getBytes(7));
    return Words.open(key, caseId, row.getBytes(6), PageWords.PLACE, PageWords.class);
  }

  /**
   * A page and the grant it is seen by.
   *
   * @param heard when the force's feed was last heard
   * @param sees how much; null for those whose case it is
   * @param seen whether somebody else may see it for them
   */
  record Row(
      UUID personId,
      UUID caseId,
      Handle handle,
      AccessState state,
      Instant toldAt,
      @Nullable Instant heard,
      PageWords words,
      @Nullable Sees sees,
      boolean seen) {

    PageWords.Front front() {
      return Objects.requireNonNull(words.front(), "A grant on a case that nobody told of");
    }
  }
}
