package uk.followmycase.web.victim.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Grants;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.SomeProof;
import uk.followmycase.support.Browser;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.support.Visitor;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** One case as its victim sees it, over the wire. */
@WholeProductTest
class CasePageTests {

  private static final String HOST = "thames-valley.localhost";
  private static final AtomicInteger NUMBERS = new AtomicInteger(8_000_000);
  private static final Pattern LINK = Pattern.compile("href=\"(/cases/[\\w-]{22})\"");
  private static final Pattern TAGS = Pattern.compile("(?s)<[^>]*>");

  @Autowired ApplicationContext product;
  @Autowired MachineClients clients;
  @Autowired Forces forces;
  @Autowired Grants grants;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private Force force;
  private RecordsSystem records;
  private Visitor visitor;
  private String reference;
  private String phone;
  private int version;

  @BeforeEach
  void signedIn() {
    clock.advanceToNoon();
    force = forces.bySlug("thames-valley").orElseThrow();
    records = new RecordsSystem(WholeProductTest.PORT, clients, force.id(), "pages-records");
    visitor = Visitor.at(HOST, product);
    phone = SomeProof.phone().value();
    reference = "43 26 " + NUMBERS.incrementAndGet();
  }

  @Test
  void everyOutcomeIsToldInWordsAndNeverAsANumber() {
    follows(
        "Under investigation",
        """
        , "updates": [{"id": "U-1", "at": "2026-04-01T10:00:00Z", "kind": "outcome", "text": "This is why."}]""");
    var types =
        Stream.concat(
            IntStream.rangeClosed(1, 22).mapToObj(Integer::toString), Stream.of("1A", "2A", "3A"));
    types.forEach(
        type -> {
          put("Under investigation", ", \"outcome\": \"%s\"".formatted(type));
          assertThat(result(page("en").body()))
              .contains("Result of your case")
              .doesNotContain("utcome", "There is a decision in your case")
              .doesNotContainPattern("\\b" + type + "\\b");
          assertThat(result(page("cy").body()))
              .contains("Canlyniad eich achos")
              .doesNotContain("Mae penderfyniad yn eich achos");
        });
  }

  @Test
  void aCaseWithoutOutcomeSaysNothingOfOne() {
    follows("Under investigation", ", \"outcome\": \"0\"");
    assertThat(page("en").body()).doesNotContain("Result of your case");
  }

  @Test
  void everyStatusOfTheForceHasItsStep() {
    follows("Under investigation", "");
    for (var status : force.settings().statuses().keySet()) {
      put(status, "");
      assertThat(page("en").body()).as(status).containsOnlyOnce("aria-current=\"step\"");
    }
  }

  @Test
  void whatSomebodyToldIsShownAsTheyToldItAndNeverAsMarkup() {
    follows(
        "Under investigation", ", \"told\": {\"report\": \"<b>bold</b> & <script>x</script>\"}");
    assertThat(page("en").body())
        .contains("&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;")
        .doesNotContain("<script>x");
  }

  @Test
  void theBrowserKeepsNothing() {
    follows("Under investigation", "");
    var page = page("en");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.body()).contains("<title>Your page</title>");
  }

  @Test
  void whatIsNotThereAndWhatIsAnothersLookAlike() {
    follows("Under investigation", "");
    var other = Visitor.at(HOST, product);
    var theirs = other.browser().get(HOST, path(), "Accept", "text/html");
    var nobodys = other.browser().get(HOST, "/cases/" + Handle.random(), "Accept", "text/html");
    var noHandle = other.browser().get(HOST, "/cases/nonsense", "Accept", "text/html");
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(nobodys.status()).isEqualTo(404);
    assertThat(neutral(theirs)).isEqualTo(neutral(nobodys)).isEqualTo(neutral(noHandle));
    assertThat(refused(other)).containsExactlyInAnyOrder("of a case", "of none");
    assertThat(refused(visitor)).isEmpty();
  }

  @Test
  void aSilentFeedIsOwnedUpTo() {
    follows("Under investigation", "");
    assertThat(page("en").body()).doesNotContain("This page may be out of date");
    clock.advance(force.settings().feedSilentAfter().plus(Duration.ofHours(1)));
    clock.advanceToNoon();
    visitor = visitor.again(HOST, product);
    assertThat(page("en").body()).contains("This page may be out of date");
  }

  @Test
  void nobodySeesACaseBeforeTheyKnowHowToLeave() {
    follows("Under investigation", "");
    var path = path();
    visitor.browser().cookies(HOST).remove("__Host-safety");
    assertThat(visitor.browser().get(HOST, path).header("Location")).isEqualTo("/safety");
    assertThat(visitor.browser().get(HOST, "/cases").header("Location")).isEqualTo("/safety");
  }

  @Test
  void aCaseThatCannotBeShownIsListedInNeutralWords() {
    follows("Under investigation", "");
    var path = path();
    put(
        "Under investigation",
        """
        , "otherParties": [{"id": "S-1", "contacts": [{"kind": "phone", "value": "%s"}]}]
        """
            .formatted(phone));
    assertThat(visitor.browser().get(HOST, path).header("Location")).contains("/oauth2/");
    clock.advance(Duration.ofHours(1));
    visitor = visitor.again(HOST, product);
    var list = words(visitor.browser().get(HOST, "/cases").body());
    assertThat(list).contains("A case that cannot be shown just now").doesNotContain(reference);
    assertThat(visitor.browser().get(HOST, path).status()).isEqualTo(404);
    assertThat(refused(visitor)).containsExactly("of a case");
  }

  private List<String> refused(Visitor who) {
    var asked =
        jdbc.sql(
                """
                select case when s.case_id is null then 'of none' else 'of a case' end
                from police.audit_entry e left join police.audit_subject s on s.entry_id = e.id
                where e.action = 'CASE_REFUSED' and e.actor_id = :account""")
            .param("account", who.account().value().toString())
            .query(String.class);
    return ForceBinding.call(
        force.id(), () -> Objects.requireNonNull(transactions.execute(status -> asked.list())));
  }

  private void follows(String status, String more) {
    put(status, more);
    ForceBinding.run(force.id(), this::open);
  }

  private void open() {
    var person = grants.personBySource(reference, "N-1").orElseThrow();
    assertThat(grants.open(person, visitor.account())).isTrue();
  }

  private void put(String status, String more) {
    var answer =
        records.put(
            """
            {"reference": "%s", "version": %d, "kind": "crime", "classification": "028/01",
             "reported": "2026-03-04", "status": "%s",
             "people": [{"id": "N-1", "role": "victim", "bornOn": "1990-02-01", "contacts": [
               {"kind": "phone", "value": "%s", "safe": true}]}]%s}
            """
                .formatted(reference, ++version, status, phone, more));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  private Browser.Page page(String language) {
    return visitor.browser().get(HOST, path(), "Accept-Language", language);
  }

  private String path() {
    var link = LINK.matcher(visitor.browser().get(HOST, "/cases").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String result(String body) {
    var start = body.indexOf("<section class=\"result\"");
    return words(body.substring(start, body.indexOf("</section>", start)));
  }

  private static String words(String html) {
    return TAGS.matcher(html).replaceAll(" ");
  }

  private static List<String> neutral(Browser.Page page) {
    return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").lines().toList();
  }
}
