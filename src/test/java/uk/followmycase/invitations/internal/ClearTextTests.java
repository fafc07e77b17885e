package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import uk.followmycase.delivery.Channel;
import uk.followmycase.support.MovableClock;

/** Whoever steals the database finds no link, no code and nobody in it. */
@InvitationTest
class ClearTextTests {

  @Autowired Victims victims;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @Autowired MovableClock clock;

  @Test
  void noTableHoldsALinkACodeOrAPersonInClear() {
    clock.advanceToNoon();
    var victim = victims.invited();
    var link = victim.link();
    var visit = victim.follow(link);
    var sent = visit.sentCode();
    var strict = victims.strictlyInvited();
    var handedOver = strict.handedOverCode();
    strict.follow(strict.link()).type(handedOver);
    var dump = dump();
    assertThat(dump).as("the dump sees the rows").contains(victim.id().value().toString());
    assertThat(
            Stream.of(
                link,
                sent,
                handedOver,
                handedOver.replace("-", ""),
                victim.contact(Channel.EMAIL).value(),
                victim.contact(Channel.TEXT).value(),
                Victim.NAME))
        .allSatisfy(
            secret -> {
              assertThat(dump.contains(secret)).isFalse();
              assertThat(dump.contains(hex(secret))).isFalse();
            });
  }

  /** Every row of every table as text, past the wall; bytes show as hexadecimal digits. */
  private String dump() {
    var superuser =
        JdbcClient.create(
            new DriverManagerDataSource(TestDatabase.url(database.value(), "postgres")));
    var dump = new StringBuilder();
    for (var table : tables(superuser)) {
      superuser
          .sql("select t::text from " + table + " t")
          .query(String.class)
          .list()
          .forEach(dump::append);
    }
    return dump.toString();
  }

  private static List<@Nullable String> tables(JdbcClient superuser) {
    return superuser
        .sql(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in"
                + " ('police', 'people', 'plumbing')")
        .query(String.class)
        .list();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
  }
}
