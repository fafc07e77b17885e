package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/**
 * Software that follows every link must not do anything: a GET or HEAD leaves a trace and a
 * session's last use, and nothing else.
 */
@TwinForcesTest
class HarmlessReadTests {

  /** Ends one's own session, which whoever follows that link wants. */
  private static final String EXIT = "/exit";

  /** Note in the browser's own session where to come back to; nobody's visit starts or ends. */
  private static final Set<String> GOING_TO_SIGN_IN =
      Set.of(
          "/oauth2/authorization/portal",
          "/oauth2/authorization/desk",
          "/oauth2/authorization/national",
          "/oauth2/authorize");

  /** The trail of what was read, and what the product does by itself all the time. */
  private static final Set<String> MAY_CHANGE =
      Set.of(
          "police.audit_entry",
          "police.audit_subject",
          "plumbing.scheduled_tasks",
          "plumbing.outbox_worker");

  @Autowired private ApplicationContext product;
  @Autowired private TestDatabaseAutoConfiguration.Name database;
  @Autowired private MovableClock clock;

  private Rows rows;
  private Tenant tenant;
  private Browser invitee;

  @BeforeEach
  void oneForce() {
    clock.advanceToNoon();
    rows = new Rows(database.value());
    tenant = Tenant.of(product, TwinForcesTest.ONE);
    invitee = new Browser(Arriving.port(product));
    var link = invitee.get(tenant.host(), "/invitation/" + tenant.link());
    var opened = Form.on(link, "/invitation").send(invitee);
    assertThat(opened.header("Location")).endsWith("/invitation/prove");
    await().until(() -> rows.texts("select 'one' from plumbing.outbox_head").isEmpty());
  }

  @AfterEach
  void done() {
    rows.close();
  }

  @Test
  void readsChangeNothing() {
    for (var route : Route.all()) {
      if (route.isRead() && !route.path().equals(EXIT)) {
        var before = digests();
        var signedIn = signedIn();
        readByEverybody(new Call(route, tenant, 1));
        var changes = changes(before, digests());
        if (GOING_TO_SIGN_IN.contains(route.path())) {
          changes.remove("people.session");
        }
        assertThat(changes).as(route.toString()).isEmpty();
        assertThat(signedIn()).as(route.toString()).isEqualTo(signedIn);
      }
    }
  }

  /** Or else what is above would show nothing of it. */
  @Test
  void howSomebodyIsReachedIsAmongWhatIsRead() {
    var page = tenant.victim().get(tenant.host(), "/cases/" + tenant.handle() + "/contact");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"channel-text\"");
  }

  private List<String> signedIn() {
    return rows.texts(
        """
        select (to_jsonb(t) - 'touched_at' - 'sealed')::text
        from people.session t where account is not null order by 1""");
  }

  private void readByEverybody(Call call) {
    for (var method : List.of("GET", "HEAD")) {
      tenant.victim().ask(method, tenant.host(), call.path());
      invitee.ask(method, tenant.host(), call.path());
      for (var host : hosts()) {
        new Browser(Arriving.port(product)).ask(method, host, call.path());
      }
    }
    if (call.route().isOfApi()) {
      assertThat(call.by(tenant.records())).startsWith("200 ");
    }
  }

  private List<String> hosts() {
    var desk = "desk." + tenant.host();
    return List.of(tenant.host(), desk, "sign-in.localhost", "localhost", "api.localhost");
  }

  @Test
  void theExitEndsTheOwnVisitAndNothingElse() {
    var another = Tenant.of(product, TwinForcesTest.ONE);
    await().until(() -> rows.texts("select 'one' from plumbing.outbox_head").isEmpty());
    var before = digests();
    tenant.victim().get(tenant.host(), EXIT);
    assertThat(changes(before, digests())).containsExactly("people.session");
    assertThat(cases(tenant)).isEqualTo(303);
    assertThat(cases(another)).isEqualTo(200);
  }

  private static int cases(Tenant of) {
    return of.victim().get(of.host(), "/cases").status();
  }

  private Map<String, String> digests() {
    var tables = rows.tables().stream().filter(table -> !MAY_CHANGE.contains(table)).toList();
    return rows.digests(tables, "true");
  }

  private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
    var changed = new TreeMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    return changed.keySet();
  }
}
