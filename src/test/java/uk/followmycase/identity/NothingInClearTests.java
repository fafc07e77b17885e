package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.SignIn.Begun;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Post;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/** Looks into every table, while everything is under way, for what opens or tells anything. */
@IdentityTest
class NothingInClearTests {

  private static final String SIGN_IN = "sign-in.localhost";

  @LocalServerPort int port;
  @Autowired SignIn signIn;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired MovableClock clock;
  @Autowired DemoOutbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private final List<String> secrets = new ArrayList<>();

  @Test
  void noTableHoldsACodeATokenOrAContactInClear() {
    clock.advanceToNoon();
    var force = forces.all().getFirst();
    ofARecordsSystem(force.id());
    ofAPerson(force.id());
    ofABrowser(force.settings().host());
    var dump = dump();
    assertThat(dump).hasSizeGreaterThan(1_000);
    assertThat(secrets).hasSizeGreaterThan(10).doesNotContain("");
    for (var word : secrets) {
      assertThat(dump).doesNotContain(word.toLowerCase(Locale.ROOT)).doesNotContain(hex(word));
    }
  }

  private void ofARecordsSystem(ForceId force) {
    var secret = Digests.token();
    clients.register(force, "secretive-records", secret);
    secrets.add(secret);
  }

  private void ofAPerson(ForceId force) {
    var proof = SomeProof.standard();
    signIn.open(proof);
    secrets.add(ForceBinding.call(force, () -> signIn.ticket(proof)));
    var begun =
        signIn.begin(
            force, proof.contacts().getFirst(), proof.contacts().getLast(), "en", "192.0.2.77");
    assertThat(begun).isInstanceOf(Begun.Started.class);
    var post = new Post(outbox);
    for (var contact : proof.contacts()) {
      secrets.add(contact.value());
      secrets.add(post.code(contact));
    }
  }

  private void ofABrowser(String portal) {
    var browser = new Browser(port);
    var form = browser.get(portal, "/invitation/probe").body();
    browser.post(portal, "/invitation/probe", Map.of("word", "canary-in-a-session", "_csrf", form));
    var asked = browser.get(portal, "/oauth2/authorization/portal").header("Location");
    browser.get(SIGN_IN, asked.substring(asked.indexOf("/oauth2")));
    secrets.add("canary-in-a-session");
    secrets.addAll(browser.cookies(portal).values());
    secrets.addAll(browser.cookies(SIGN_IN).values());
    for (var parameter : List.of("state", "nonce", "code_challenge")) {
      secrets.add(asked.replaceAll(".*[?&]" + parameter + "=([^&%]+).*", "$1"));
    }
  }

  private String dump() {
    var all = new StringBuilder();
    for (var table : tables("people", "plumbing")) {
      all.append(rows(table));
    }
    for (var force : forces.all()) {
      ForceBinding.run(
          force.id(),
          () ->
              transactions.executeWithoutResult(
                  status -> tables("police").forEach(table -> all.append(rows(table)))));
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private List<String> tables(String... schemas) {
    return jdbc.sql(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname = any(:schemas)
              and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')""")
        .param("schemas", schemas)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private String rows(String table) {
    return jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
        .query((row, number) -> row.getString(1))
        .single();
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }
}
