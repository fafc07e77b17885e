package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.followmycase.isolation.Rows;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;

/**
 * Whatever staff of a force or of the nation only look at stays as it is: plans and what waits for
 * their sake, how notices fare, switches, tasks, cases.
 */
@WholeProductTest
class DeskReadsAreHarmlessTests {

  private static final String NATION = "national.localhost";
  private static final String SIGN_IN = "sign-in.localhost";

  /**
   * The trail of what was read, who looked at how many cases, and what the product does by itself
   * all the time.
   */
  private static final Set<String> MAY_CHANGE =
      Set.of(
          "police.audit_entry",
          "police.audit_subject",
          "police.look",
          "plumbing.scheduled_tasks",
          "plumbing.outbox_worker",
          "people.session");

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;
  @Autowired TestDatabaseAutoConfiguration.Name database;

  /** Longer than all pages take. */
  private static final Duration WALK = Duration.ofMinutes(5);

  private static final String NOTICES =
      "select to_jsonb(h)::text from plumbing.outbox_head h where held is null limit 5";

  private static final String INVITATIONS =
      "select to_jsonb(h)::text from plumbing.invitation_head h where due_at <= '%s' limit 5";

  private static final String DUE =
      """
      select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      from plumbing.invitation_head order by due_at
      """;

  private Rows rows;

  @BeforeEach
  void look() {
    clock.advanceToNoon();
    rows = new Rows(database.value());
  }

  @AfterEach
  void done() {
    rows.close();
  }

  @Test
  void readsAtADeskChangeNothing() {
    var files = MatrixCases.tell(product, clock);
    atRest();
    var shown = new TreeSet<String>();
    var changed = new TreeMap<String, List<String>>();
    for (var path : pages("/desk/")) {
      var before = state();
      for (var role : StaffRole.values()) {
        var hand = files.crew().of(role);
        var own = files.cases().getFirst().of(role);
        var address = own.of(path.replace("{what}", "notices.text"));
        if (readByAll(hand.browser(), hand.desk(), address)) {
          shown.add(path);
        }
      }
      changed.put(path, changes(before));
    }
    changed.values().removeIf(List::isEmpty);
    assertThat(changed).isEmpty();
    System.out.printf("Pages of the desk that were read and changed nothing: %d%n", shown.size());
    assertThat(shown)
        .contains(
            "/desk/delivery",
            "/desk/delivery/{what}",
            "/desk/cases/{handle}",
            "/desk/cases/{handle}/people/{person}",
            "/desk/cases/{handle}/people/{person}/plan",
            "/desk/tasks/{task}");
  }

  @Test
  void readsOfTheNationChangeNothing() {
    var browser = new Browser(WholeProductTest.PORT);
    browser.follow(browser.get(NATION, "/"));
    var form = Form.on(browser.get(SIGN_IN, "/staff"), "/staff/built-in");
    browser.follow(form.send(browser, "person", "national-administrator"));
    atRest();
    for (var path :
        List.of("/", "/switches", "/switches/all/notices", "/switches/humberside/notices.text")) {
      var before = state();
      assertThat(readByAll(browser, NATION, path)).as(path).isTrue();
      assertThat(changes(before)).as(path).isEmpty();
    }
  }

  /** As a browser does, as software that only asks whether something is there, and again. */
  private static boolean readByAll(Browser browser, String host, String path) {
    var seen = browser.get(host, path).status() == 200;
    browser.ask("HEAD", host, path);
    browser.get(host, path);
    return seen;
  }

  private List<String> pages(String beginning) {
    return product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .filter(
            info ->
                info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    || info.getMethodsCondition().getMethods().isEmpty())
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> path.startsWith(beginning))
        .distinct()
        .sorted()
        .toList();
  }

  /** What was to be sent has left, and nobody is to be invited while pages are read. */
  private void atRest() {
    clock.advance(Duration.between(clock.instant(), nextPause()));
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> {
              var until = clock.instant().plus(WALK);
              assertThat(rows.texts(NOTICES)).isEmpty();
              assertThat(rows.texts(INVITATIONS.formatted(until))).isEmpty();
            });
  }

  /** When nobody is to be invited for as long as the pages take and the wait for them. */
  private Instant nextPause() {
    var pause = clock.instant();
    for (var due : rows.texts(DUE)) {
      var next = Instant.parse(due);
      if (next.isAfter(pause.plus(WALK).plus(WALK))) {
        break;
      }
      pause = next.isAfter(pause) ? next : pause;
    }
    return pause;
  }

  private Map<String, Object> state() {
    var tables = rows.tables().stream().filter(table -> !MAY_CHANGE.contains(table)).toList();
    Map<String, Object> state = new TreeMap<>(rows.digests(tables, "true"));
    state.put("people.session", sessions());
    return state;
  }

  /** But for their last use. */
  private Set<String> sessions() {
    return new TreeSet<>(
        rows.texts("select (to_jsonb(t) - 'touched_at')::text from people.session t"));
  }

  /** Sessions that have idled too long are swept away at any time; none may come or change. */
  private List<String> changes(Map<String, Object> before) {
    var changed = new ArrayList<String>();
    state()
        .forEach(
            (table, now) -> {
              var was = before.get(table);
              var same =
                  was instanceof Set<?> all ? all.containsAll((Set<?>) now) : now.equals(was);
              if (!same) {
                changed.add(table);
              }
            });
    return changed;
  }
}
