package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SomeProof;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * What becomes of somebody to whom a notice does not come, from the records system's update to the
 * provider's signed word, in the whole product.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({MovableClock.Configuration.class, ReceiptsDoor.Signed.class})
class ReturnedNoticesTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String HOST = "humberside.localhost";
  private static final String MESSAGE = "/invitation/message";
  private static final String TOLD = "VICTIM_NOT_TOLD";
  private static final String WRONG = "CONTACT_WRONG";

  @Autowired ApplicationContext product;
  @Autowired Forces forces;
  @Autowired MovableClock clock;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @LocalServerPort int port;

  private final Contact phone = SomeProof.phone();
  private final Contact email = SomeProof.email();

  @DynamicPropertySource
  static void forces(DynamicPropertyRegistry properties) {
    properties.add("followmycase.tenants", ReturnedNoticesTests::tenants);
    properties.add("followmycase.secrets.test.callback", () -> "a-callback-token");
  }

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void newsThatBouncesIsToldByTheNextSafeWayWithinTheFirstDeadline() throws Exception {
    var victim = in(phone, email);
    victim.hears();
    var first = victim.next(phone);
    clock.advance(Duration.ofHours(2));
    notifies(first, "permanent-failure");
    var second = victim.next(email);
    assertThat(deadline(second)).isEqualTo(deadline(first));
    assertThat(tasks(victim)).isEmpty();
    assertThat(given(phone)).isOne();
    bounces(second, "Permanent");
    assertThat(tasks(victim)).containsExactlyInAnyOrder(TOLD, WRONG);
    assertThat(victim.unread()).isZero();
  }

  @Test
  void newsThatWasGivenUpIsTriedOnceByAnotherWayAndNoContactIsGivenUp() throws Exception {
    var victim = in(phone, email);
    victim.hears();
    notifies(victim.next(phone), "temporary-failure");
    var second = victim.next(email);
    assertThat(tasks(victim)).isEmpty();
    bounces(second, "Transient");
    assertThat(tasks(victim)).containsExactly(TOLD);
    assertThat(victim.unread()).isZero();
    assertThat(given(phone) + given(email)).isZero();
  }

  @Test
  void newsOfWhichSomebodyComplainsIsToldByAnotherWay() throws Exception {
    var victim = in(email, phone);
    victim.hears();
    complains(victim.next(email));
    assertThat(tasks(victim)).containsExactly(WRONG);
    notifies(victim.next(phone), "permanent-failure");
    assertThat(tasks(victim)).containsExactlyInAnyOrder(TOLD, WRONG);
  }

  @Test
  void newsThatBouncesTooLateIsForAPerson() throws Exception {
    var victim = in(phone, email);
    victim.hears();
    var attempt = victim.next(phone);
    clock.advance(Duration.ofDays(8));
    clock.advanceToNoon();
    notifies(attempt, "permanent-failure");
    assertThat(tasks(victim)).containsExactly(TOLD);
    assertThat(victim.unread()).isZero();
  }

  @Test
  void anInvitationThatBouncesGoesToTheNextContactOfTheSameWay() throws Exception {
    var other = SomeProof.email();
    var victim = new Addressee(product, hull(), email, other).reports();
    bounces(victim.next(email), "Permanent");
    victim.next(other);
    assertThat(tasks(victim)).isEmpty();
  }

  @Test
  void anInvitationThatBouncesFromTheOnlyContactIsForAPerson() throws Exception {
    var victim = new Addressee(product, hull(), email).reports();
    bounces(victim.next(email), "Permanent");
    assertThat(tasks(victim)).containsExactly(WRONG);
  }

  @Test
  void anInvitationThatWasGivenUpIsForAPerson() throws Exception {
    var victim = new Addressee(product, hull(), email).reports();
    bounces(victim.next(email), "Transient");
    assertThat(tasks(victim)).containsExactly(TOLD);
  }

  @Test
  void aContactThatIsGivenUpIsGivenUpOnEveryCaseOfTheForce() throws Exception {
    var one = in(phone, email);
    var two = new Addressee(product, hull(), email).reports();
    two.next(email);
    one.hears();
    notifies(one.next(phone), "permanent-failure");
    complains(one.next(email));
    assertThat(given(email)).isEqualTo(2);
    assertThat(tasks(two)).containsExactly(WRONG);
  }

  /** Whoever has that number now has said already that it is not for them. */
  @Test
  void aContactThatIsGivenUpIsNotUsedOnALaterCase() throws Exception {
    var one = new Addressee(product, hull(), email).reports();
    complains(one.next(email));
    var two = new Addressee(product, hull(), email).reports();
    assertThat(given(email)).isEqualTo(2);
    assertThat(tasks(two)).containsExactly(WRONG);
    assertThat(list("select kind from police.notice where person_id = ?", two.id())).isEmpty();
  }

  /** Whoever has not read what was sent there knows no such code. */
  @Test
  void whoGetsNewsOfSomebodyElseSaysSoWithoutSigningIn() {
    var victim = in(phone, email);
    victim.hears();
    victim.next(phone);
    var stranger = new Browser(port);
    var asked = Form.on(typed(stranger, victim.code(phone)), MESSAGE + "/not-me");
    assertThat(asked.send(stranger).body()).contains("Tick the box");
    assertThat(given(phone)).isZero();
    assertThat(asked.send(stranger, "confirm", "yes").header("Location"))
        .isEqualTo("/invitation/thank-you");
    assertThat(given(phone)).isOne();
    assertThat(given(email)).isZero();
    assertThat(tasks(victim)).containsExactly(WRONG);
    victim.next(email);
    assertThat(typed(stranger, victim.code(phone)).body()).contains("That code does not work");
  }

  private static Page typed(Browser browser, String code) {
    return Form.on(browser.get(HOST, MESSAGE), MESSAGE).send(browser, "code", code);
  }

  private Addressee in(Contact first, Contact second) {
    return new Addressee(product, hull(), first, second).reports().comesIn(email, phone);
  }

  private Force hull() {
    return forces.bySlug("humberside").orElseThrow();
  }

  private void bounces(UUID attempt, String type) throws IOException, InterruptedException {
    says(attempt, "Bounce", type);
  }

  private void complains(UUID attempt) throws IOException, InterruptedException {
    says(attempt, "Complaint", "");
  }

  private void says(UUID attempt, String event, String bounce)
      throws IOException, InterruptedException {
    var said =
        """
        {"eventType": "%s", "mail": {"timestamp": "2026-05-02T00:54:06.655Z",
          "tags": {"attempt": ["%s"], "force": ["humberside"]}},
         "bounce": {"bounceType": "%s", "timestamp": "2026-05-02T00:54:07.000Z"}}
        """
            .formatted(event, attempt, bounce);
    var posted = JsonMapper.shared().writeValueAsString(ReceiptsDoor.AMAZON.notification(said));
    assertThat(post("/api/receipts/ses", posted)).isEqualTo(204);
  }

  private void notifies(UUID attempt, String status) throws IOException, InterruptedException {
    var said = "{\"reference\": \"%s-0\", \"status\": \"%s\"}".formatted(attempt, status);
    assertThat(post("/api/receipts/notify/humberside", said)).isEqualTo(204);
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", "api.localhost:8080")
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("Authorization", "Bearer a-callback-token")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private String deadline(UUID attempt) {
    return list(
            """
            select n.expires_at::text from police.notice n
            join police.delivery_attempt a on a.notice_id = n.id where a.id = ?
            """,
            attempt)
        .getFirst();
  }

  private List<String> tasks(Addressee victim) {
    return list("select kind from police.task where person_id = ?", victim.id());
  }

  /** On how many cases a contact is given up. */
  private int given(Contact contact) {
    var keys = product.getBean(ForceKeys.class);
    var digest = ForceBinding.call(hull().id(), () -> keys.blind("contact point", contact.value()));
    return list(
            "select 1 from police.contact_point where digest = ? and stopped_at is not null",
            digest)
        .size();
  }

  private List<String> list(String sql, Object... parameters) {
    return JdbcClient.create(
            new DriverManagerDataSource(
                TestDatabase.url(database.value(), "postgres"), "postgres", ""))
        .sql(sql)
        .params(parameters)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static String tenants() {
    try {
      var tenants = Files.createTempDirectory("tenants");
      FileSystemUtils.copyRecursively(Path.of("tenants"), tenants);
      var file = tenants.resolve("humberside/force.yaml");
      var text = Files.readString(file);
      var heard = ", settings: {receiptsTopic: \"" + SigningAmazon.TOPIC + "\"}}";
      var called = ", settings: {callbackToken: property:test.callback}}";
      text = text.replaceFirst("(?m)^(  email: \\{.*)\\}$", "$1" + heard);
      Files.writeString(file, text.replaceFirst("(?m)^(  text: \\{.*)\\}$", "$1" + called));
      return tenants.toString();
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
