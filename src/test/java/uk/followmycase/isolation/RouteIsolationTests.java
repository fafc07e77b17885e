package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;

/**
 * Asks for everything that the running product lists, with all that belongs to a force's case, as
 * those who have no business there.
 */
@TwinForcesTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteIsolationTests {

  private static final Set<String> LEAVING = Set.of("/exit", "/sign-out");
  private static final List<String> OWN_HOSTS =
      List.of("localhost", "sign-in.localhost", "api.localhost");

  @Autowired private ApplicationContext product;
  @Autowired private TestDatabaseAutoConfiguration.Name database;
  @Autowired private MovableClock clock;

  private Rows rows;
  private Tenant one;
  private Tenant neighbour;
  private Tenant other;

  /** The other force has cases with the very references of the first one's. */
  @BeforeAll
  void twoForces() {
    clock.advanceToNoon();
    rows = new Rows(database.value());

    one = Tenant.of(product, TwinForcesTest.ONE);
    neighbour = Tenant.of(product, TwinForcesTest.ONE);
    other =
        Tenant.of(product, TwinForcesTest.OTHER, one.told().reference(), one.invited().reference());
    await().until(() -> rows.texts("select 'one' from plumbing.outbox_head").isEmpty());
  }

  @AfterAll
  void done() {
    rows.close();
  }

  @Test
  void everyRouteHasItsLine() {
    var lines = Route.all().stream().map(Route::toString).toList();
    assertThat(lines).doesNotHaveDuplicates().containsAll(Route.mapped(product));
  }

  @Test
  void nothingOfAForceIsToldToOrChangedByAnother() {
    var before = rowsOfOne();
    var told = new ArrayList<String>();
    for (var route : staying()) {
      answers(new Call(route, one, 3), strangers(one, neighbour))
          .forEach((who, answer) -> tellTale(route + " by " + who, answer, told));
      assertThat(rowsOfOne()).as(route.toString()).isEqualTo(before);
    }
    assertThat(told).isEmpty();
  }

  private void tellTale(String what, String answer, List<String> told) {
    if (one.isIn(answer)) {
      told.add(what + ": " + answer);
    }
  }

  /** Or else what is above would show nothing. */
  @Test
  void theirOwnAreTold() {
    assertThat(new Call(route("GET", "/cases"), one, 3).by(one.victim(), one.host()))
        .contains(one.handle());
    assertThat(new Call(route("GET", "/cases/{handle}"), one, 3).by(one.victim(), one.host()))
        .matches(one::isIn);
    assertThat(new Call(route("GET", "/api/v1/case"), one, 3).by(one.records()))
        .startsWith("200 ")
        .matches(one::isIn);
  }

  /** The same references, in the other force: their calls must reach all that calls can reach. */
  @Test
  void theirCallsWouldHaveWorkedOnTheirOwn() {
    for (var route : Route.all().stream().filter(Route::isOfApi).toList()) {
      assertThat(new Call(route, other, 9).by(other.records()))
          .as(route.toString())
          .startsWith("2");
    }
  }

  @Test
  void whatIsThereLooksLikeWhatIsNot() {
    var nothing = neighbour.withNothing();
    for (var route : staying()) {
      var there = new Call(route, neighbour, 4);
      var absent = new Call(route, nothing, 4);
      var answers = answers(there, strangers(neighbour, one));
      answers(absent, strangers(neighbour, one))
          .forEach(
              (who, answer) ->
                  assertThat(neutral(answers.getOrDefault(who, ""), neighbour))
                      .as(route + " by " + who)
                      .isEqualTo(neutral(answer, nothing)));
    }
  }

  /** Cookies that were carried elsewhere end nothing at home. */
  @Test
  void leavingEndsNobodyElsesVisit() {
    for (var route : Route.all()) {
      if (LEAVING.contains(route.path())) {
        for (var host : OWN_HOSTS) {
          new Call(route, one, 3).by(carried(one, host), host);
        }
        new Call(route, one, 3).by(carried(one, other.host()), other.host());
      }
    }
    assertThat(one.victim().get(one.host(), "/cases").status()).isEqualTo(200);
  }

  /** Routes after which one is still signed in. */
  private static List<Route> staying() {
    return Route.all().stream().filter(route -> !LEAVING.contains(route.path())).toList();
  }

  private Map<String, String> rowsOfOne() {
    var tables =
        rows.tablesOfForces().stream().filter(table -> !table.startsWith("police.audit_")).toList();
    return rows.digests(tables, "force_id = " + one.force().id().value());
  }

  private static Map<String, String> answers(
      Call call, Map<String, Function<Call, String>> strangers) {
    var answers = new LinkedHashMap<String, String>();
    strangers.forEach((who, asks) -> answers.put(who, asks.apply(call)));
    return answers;
  }

  /** All who have no business with the case, each at every host where they could try. */
  private Map<String, Function<Call, String>> strangers(Tenant of, Tenant bystander) {
    var all = new LinkedHashMap<String, Function<Call, String>>();
    all.put("nobody", call -> call.withoutLink().by(browser(), of.host()));
    all.put(
        "somebody else of the force", call -> call.withoutLink().by(bystander.victim(), of.host()));
    all.put("somebody of the other force", call -> call.by(other.victim(), other.host()));
    all.put(
        "their cookies at the force",
        call -> call.withoutLink().by(carried(other, of.host()), of.host()));
    all.put(
        "own cookies at the other force", call -> call.by(carried(of, other.host()), other.host()));
    var desk = "desk." + of.host();
    all.put("own cookies at the desk", call -> call.by(carried(of, desk), desk));
    for (var host : OWN_HOSTS) {
      all.put("own cookies at " + host, call -> call.by(carried(of, host), host));
    }
    all.put(
        "the other records system",
        call -> call.route().isOfApi() ? call.by(other.records()) : "nothing to call");
    return all;
  }

  private Browser browser() {
    return new Browser(Arriving.port(product));
  }

  /** A session's cookie that somebody carried to another host. */
  private Browser carried(Tenant of, String to) {
    var browser = browser();
    browser.cookies(to).putAll(of.victim().cookies(of.host()));
    return browser;
  }

  /** Without what the caller said itself, and what is new in every answer. */
  private static String neutral(String answer, Tenant of) {
    return answer
        .replace(of.handle(), "HANDLE")
        .replace(of.task(), "TASK")
        .replace(of.link(), "LINK")
        .replace(of.told().reference(), "REFERENCE")
        .replace(of.told().mark(), "MARK")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("(/oauth2/authorization/desk)\\?to=[\\w%.-]+", "$1?to=ASKED")
        .replaceAll("(state|nonce|code_challenge)=[\\w%.-]+", "")
        .replaceAll("\"(timestamp|goodUntil)\":\"[^\"]*\"", "");
  }

  private static Route route(String method, String path) {
    return Route.all().stream()
        .filter(route -> route.toString().equals(method + " " + path))
        .findFirst()
        .orElseThrow();
  }
}
