package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * No trace, no page: whatever a page of the desk shows of a case, looked at or sent back with a
 * form that was at fault or overtaken, the trail names that case and who saw it.
 */
@WholeProductTest
class DeskReadsAreTracedTests {

  /** Whatever only a case can tell: names, words, numbers, references. */
  private static final Pattern OF_A_CASE =
      Pattern.compile(
          "Ann Other|A\\. O\\.|We asked\\.|900 ?987|>987<|43 ?26 ?7\\d{6}|4326/?7\\d{6}");

  private static final String TRACED =
      """
      select count(*) from police.audit_entry e
        join police.audit_subject s on s.entry_id = e.id
      where e.actor_id = :who and (cast(:file as uuid) is null
        or s.case_id = (select c.id from police.case_file c where c.handle = :file))
      """;

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @Test
  void whateverShowsACaseLeavesATraceOnIt() {
    clock.advanceToNoon();
    var files = MatrixCases.tell(product, clock);
    var untraced = new ArrayList<String>();
    var shown = new TreeSet<String>();
    for (var page : MatrixPage.all(product)) {
      for (var role : StaffRole.values()) {
        var file = files.cases().get(bond(role).ordinal()).of(role);
        var hand = files.crew().of(role);
        for (var address : List.of(file, file.with(MatrixAddress.absent()))) {
          var before = traces(files.crew(), hand.account(), page, file);
          var answer = page.ask(hand, address);
          if (tellsOfACase(answer)) {
            shown.add(page.method() + " " + page.path());
            if (traces(files.crew(), hand.account(), page, file) == before) {
              untraced.add(role + " " + page.method() + " " + page.path());
            }
          }
        }
      }
    }
    System.out.printf("Pages of the desk that told of a case, each traced: %d%n", shown.size());
    assertThat(untraced).isEmpty();
    assertThat(shown)
        .contains(
            "GET /",
            "GET /desk/tasks",
            "GET /desk/tasks/{task}",
            "GET /desk/notices",
            "GET /desk/cases/{handle}",
            "GET /desk/cases/{handle}/caller",
            "GET /desk/cases/{handle}/people/{person}",
            "GET /desk/cases/{handle}/people/{person}/plan",
            "GET /desk/cases/{handle}/people/{person}/representatives",
            "GET /desk/cases/{handle}/timeline",
            "GET /desk/cases/{handle}/timeline/{line}",
            "POST /desk/cases/{handle}/timeline/{line}/correct",
            "POST /desk/tasks/{task}/answer",
            "POST /desk/tasks/{task}/confirm",
            "POST /desk/tasks/{task}/decide",
            "POST /desk/tasks/{task}/propose");
  }

  private static Bond bond(StaffRole role) {
    return switch (role) {
      case SUPERVISOR -> Bond.SUPERVISED;
      case SAFEGUARDING -> Bond.HELD;
      case CONTACT_HANDLER -> Bond.CALLER;
      default -> Bond.OWN;
    };
  }

  private static boolean tellsOfACase(Browser.Page answer) {
    return OF_A_CASE.matcher(answer.body()).find();
  }

  /** What the trail has of somebody and the case that a page names, or of any that a list shows. */
  private long traces(Crew crew, UUID who, MatrixPage page, MatrixAddress file) {
    var handle = page.hasCase() ? Handle.parse(file.file()).orElseThrow().value() : null;
    return ForceBinding.call(
        crew.force().id(),
        () ->
            Objects.requireNonNull(
                product
                    .getBean(TransactionTemplate.class)
                    .execute(
                        status ->
                            product
                                .getBean(JdbcClient.class)
                                .sql(TRACED)
                                .param("who", who.toString())
                                .param("file", handle, java.sql.Types.OTHER)
                                .query(Long.class)
                                .single())));
  }
}
