package uk.followmycase.web.victim.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Grants;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.Visitor;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** How we contact somebody, in their own hands; the safer word wins. */
@WholeProductTest
class WishesTests {

  private static final String HOST = Place.OXFORD.host();
  private static final Pattern LINK = Pattern.compile("href=\"(/cases/[\\w-]{22})\"");

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;
  @Autowired Forces forces;
  @Autowired Grants grants;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private Visitor visitor;
  private Somebody somebody;
  private String path;

  @BeforeEach
  void theyAreIn() {
    clock.advanceToNoon();
    somebody = Somebody.withASharedTelephone("en");
    var reference = somebody.reportsBurglary(Place.OXFORD, product);
    visitor = Visitor.at(HOST, product);
    ForceBinding.run(
        forces.byHost(HOST).orElseThrow().id(),
        () -> {
          var person = grants.personBySource(reference, somebody.id()).orElseThrow();
          assertThat(grants.open(person, visitor.account())).isTrue();
        });
    var link = LINK.matcher(visitor.browser().get(HOST, "/cases").body());
    assertThat(link.find()).isTrue();
    path = link.group(1) + "/contact";
  }

  @Test
  void whatTheyWishCountsFromNowOnAndComesBack() {
    assertThat(visitor.browser().get(HOST, path.replace("/contact", "")).body())
        .contains("href=\"" + path + "\"");
    var saved = wish("channel-email", "no-link");
    assertThat(saved.body()).contains("This counts from now on", "No links");
    assertThat(saved.body())
        .containsPattern("id=\"channel-email\"[^>]*checked")
        .doesNotContainPattern("id=\"channel-text\"[^>]*checked");
    assertThat(page("cy").body())
        .contains("Sut rydym yn cysylltu â chi", "Yr hyn sy’n cyfrif nawr");
  }

  /** The records system has it that others look at the telephone; nobody wishes that away. */
  @Test
  void theSaferWordWinsAndThePageSaysSo() {
    var saved = wish("channel-email", "channel-text");
    assertThat(saved.body())
        .contains("the safer way always counts")
        .as("an abuser reads along")
        .doesNotContain("Others can look at the telephone");
    var plain = wish("channel-email", "channel-text", "shared-device");
    assertThat(plain.body()).doesNotContain("the safer way always counts");
  }

  @Test
  void whoWantsToHearNothingIsAskedWhetherItIsThey() {
    assertThat(tasks()).doesNotContain("PLAN_REVIEW");
    assertThat(wish("paused").body()).contains("Send nothing for now");
    assertThat(tasks()).contains("PLAN_REVIEW");
  }

  @Test
  void withoutAnyWayAndWithHoursThatMakeNoSenseNothingIsKept() {
    var again = send(Map.of("hours-1", "monday"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("Choose at least one way", "Fill in both days");
    assertThat(page("en").body()).doesNotContain("This counts from now on");
  }

  @Test
  void whoIsAbroadNamesThePlaceAndThePageSaysSo() {
    var saved =
        visitor.browser().follow(send(Map.of("channel-text", "yes", "zone", "Pacific/Auckland")));
    assertThat(saved.body())
        .contains("By the clock in", "New Zealand: Auckland")
        .containsPattern("value=\"Pacific/Auckland\"[^>]*selected");
    assertThat(page("cy").body()).contains("Seland Newydd: Auckland");
    var nowhere = send(Map.of("channel-text", "yes", "zone", "Middle/Earth"));
    assertThat(nowhere.status()).isEqualTo(400);
    assertThat(nowhere.body()).contains("Choose a place from the list");
    assertThat(page("en").body()).contains("New Zealand: Auckland");
  }

  @Test
  void anothersCaseAndNoneLookAlike() {
    var other = Visitor.at(HOST, product);
    assertThat(other.browser().get(HOST, path).status()).isEqualTo(404);
    assertThat(other.browser().get(HOST, "/cases/" + Handle.random() + "/contact").status())
        .isEqualTo(404);
    var form = new HashMap<>(Form.on(other.browser().get(HOST, "/cases"), "/sign-out").hidden());
    form.put("channel-text", "yes");
    assertThat(other.browser().post(HOST, path, form).status()).isEqualTo(404);
  }

  private Page page(String language) {
    return visitor.browser().get(HOST, path, "Accept-Language", language);
  }

  private Page wish(String... boxes) {
    var fields = new HashMap<String, String>();
    List.of(boxes).forEach(box -> fields.put(box, "yes"));
    return visitor.browser().follow(send(fields));
  }

  private Page send(Map<String, String> fields) {
    var all = new HashMap<>(Form.on(page("en"), path).hidden());
    all.putAll(fields);
    return visitor.browser().post(HOST, path, all);
  }

  private List<String> tasks() {
    var force = forces.byHost(HOST).orElseThrow().id();
    return ForceBinding.call(
        force,
        () ->
            Objects.requireNonNull(
                transactions.execute(
                    status ->
                        jdbc.sql(
                                """
                                select kind from police.task
                                where case_id = (select id from police.case_file order by id desc limit 1)
                                """)
                            .query((row, number) -> row.getString(1))
                            .list())));
  }
}
