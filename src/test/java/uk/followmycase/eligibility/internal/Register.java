package uk.followmycase.eligibility.internal;

import followmycase.platform.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.CollisionRegister.CaseMarks;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;

/** The register of one force on a database of its own. */
record Register(TransactionTemplate transactions, JdbcClient jdbc, int force) {

  static Register fresh() {
    return on(TestDatabase.fresh(), 1);
  }

  static Register on(String database, int force) {
    var source =
        new DriverManagerDataSource(TestDatabase.url(database, "portal_app"), "portal_app", "");
    return new Register(
        new TransactionTemplate(new JdbcTransactionManager(source)),
        JdbcClient.create(source),
        force);
  }

  <T> T inTransaction(Function<CollisionRegister, T> work) {
    return java.util.Objects.requireNonNull(
        transactions.execute(
            status -> {
              jdbc.sql("select set_config('app.force', ?, true)")
                  .param(Integer.toString(force))
                  .query()
                  .singleValue();
              return work.apply(new CollisionMarks(jdbc));
            }));
  }

  java.util.Set<UUID> replace(CaseMarks... cases) {
    return inTransaction(register -> register.replace(List.of(cases)));
  }

  java.util.Map<UUID, java.util.Set<uk.followmycase.eligibility.PersonFacts.Clash>> clashes(
      UUID... cases) {
    return inTransaction(register -> register.clashes(List.of(cases)));
  }

  static CaseMarks live(UUID caseId, Mark... marks) {
    return new CaseMarks(caseId, true, List.of(marks));
  }

  static CaseMarks over(UUID caseId, Mark... marks) {
    return new CaseMarks(caseId, false, List.of(marks));
  }

  static Mark suspect(Kind kind, int value) {
    return mark(null, kind, value);
  }

  static Mark of(UUID person, Kind kind, int value) {
    return mark(person, kind, value);
  }

  private static Mark mark(@Nullable UUID person, Kind kind, int value) {
    var digest = new byte[16];
    Arrays.fill(digest, (byte) value);
    return new Mark(person, kind, digest);
  }
}
