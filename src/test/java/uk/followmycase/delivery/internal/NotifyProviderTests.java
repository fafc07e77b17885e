package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** What each answer of Notify, and each lack of one, means for a notice. */
@ExtendWith(OutputCaptureExtension.class)
class NotifyProviderTests {

  private static final String TEMPLATE = "11111111-2222-3333-4444-555555555555";
  private static final String ID = "740e5834-3a29-46b4-9a6f-16142fde533a";
  private static final String KEY = "a_key-" + TEMPLATE + "-" + ID;
  private static final String TEXT_TAKEN =
      """
      {"id": "%s", "reference": "r", "uri": "u", "content": {"body": "canary-words", "from_number": "A"},
       "template": {"id": "%s", "version": 1, "uri": "u"}}
      """
          .formatted(ID, TEMPLATE);
  private static final String EMAIL_TAKEN =
      TEXT_TAKEN
          .replace("canary-words", "words")
          .replace("\"from_number\": \"A\"", "\"from_email\": \"a@b.c\", \"subject\": \"About\"");
  private static final String NOTHING = "{\"notifications\": [], \"links\": {\"current\": \"u\"}}";
  private static final String KNOWN =
      """
      {"links": {"current": "u"}, "notifications": [{"id": "%s", "reference": "r", "type": "sms",
       "template": {"id": "%s", "version": 1, "uri": "u"}, "body": "canary-words", "status": "created",
       "created_at": "2026-01-01T00:00:00Z", "is_cost_data_ready": false, "cost_details": {}}]}
      """
          .formatted(ID, TEMPLATE);

  private final NotifyProvider notify =
      new NotifyProvider(Parcels.secrets("a.key", KEY), Parcels.SETTINGS);
  private FaultyServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FaultyServer();
    server.knows(NOTHING);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Sender via() {
    return Parcels.sender(
        "notify",
        "A Force",
        "endpoint",
        server.address(),
        "apiKey",
        "property:a.key",
        "template",
        TEMPLATE);
  }

  private Handover send() {
    return notify.send(Parcels.text(via(), "canary-words"), () -> true);
  }

  @Test
  void aTextFillsTheTemplateUnderOurReference() {
    server.answers(201, TEXT_TAKEN);
    var parcel = Parcels.text(via(), "canary-words");
    assertThat(notify.send(parcel, () -> true)).isEqualTo(new Accepted(ID));
    assertThat(server.seen())
        .singleElement()
        .asString()
        .startsWith("/v2/notifications/sms")
        .contains(Parcels.PHONE, TEMPLATE, "\"message\":\"canary-words\"")
        .contains("\"reference\":\"" + parcel.attempt() + "-0\"");
  }

  @Test
  void anEmailHasASubject() {
    server.answers(201, EMAIL_TAKEN);
    assertThat(notify.send(Parcels.email(via(), "About", "words"), () -> true))
        .isEqualTo(new Accepted(ID));
    assertThat(server.seen())
        .singleElement()
        .asString()
        .startsWith("/v2/notifications/email")
        .contains(Parcels.ADDRESS, "\"subject\":\"About\"", "\"message\":\"words\"");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationError: phone_number canary Not enough digits, REFUSED, rejected-400",
    "400, BadRequestError: Can't send to this recipient using a team-only API key, POSTPONED, account",
    "400, BadRequestError: Template not found, POSTPONED, account",
    "400, BadRequestError: Service is not allowed to send text messages, POSTPONED, account",
    "400, ValidationError: phone_number is of no service we know, REFUSED, rejected-400",
    "400, BadRequestError: Cannot send to numbers of this premium service, REFUSED, rejected-400",
    "403, AuthError: Invalid token: API key not found, POSTPONED, credentials",
    "429, RateLimitError: Exceeded rate limit, POSTPONED, throttled",
    "429, TooManyRequestsError: Exceeded send limits, POSTPONED, throttled",
    "500, Exception: Internal server error, POSTPONED, unavailable",
    "503, Service Unavailable, POSTPONED, unavailable",
    "502, Bad Gateway, UNKNOWN, server-error",
  })
  void everyAnswerHasItsMeaning(int status, String said, String outcome, String fault) {
    server.answers(status, said);
    assertThat(send())
        .extracting(Handover::outcome, Handover::fault)
        .containsExactly(outcome, fault);
    assertThat(server.seen().stream().filter(it -> it.contains("canary-words"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ValidationError: phone_number canary Not enough digits, true",
    "ValidationError: email_address Not a valid email address, true",
    "BadRequestError: Content for template has a character count greater than the limit, false",
  })
  void onlyAContactThatIsWrongIsTheContactsFault(String said, boolean wrong) {
    server.answers(400, said);
    var contact = send() instanceof Refused refused && refused.contact();
    assertThat(contact).isEqualTo(wrong);
  }

  /** A language that was said is not said again, and a request to slow down is heard. */
  @Test
  void whatStopsTheSecondTextDoesNotUnsayTheFirst() {
    server.does(
        (exchange, body) ->
            (body.contains("canary-one")
                    ? FaultyServer.answer(201, made("canary-one"))
                    : FaultyServer.answer(429, "RateLimitError: Exceeded rate limit"))
                .answer(exchange, body));
    assertThat(notify.send(Parcels.text(via(), "canary-one", "canary-two"), () -> true))
        .extracting(Handover::outcome, Handover::fault, Handover::taken)
        .containsExactly("POSTPONED", "throttled", 1);
    server.does(
        (exchange, body) ->
            (body.contains("canary-one")
                    ? FaultyServer.answer(201, made("canary-one"))
                    : FaultyServer.HANG_UP)
                .answer(exchange, body));
    assertThat(notify.send(Parcels.text(via(), "canary-one", "canary-two"), () -> true))
        .extracting(Handover::outcome, Handover::taken)
        .containsExactly("UNKNOWN", 1);
  }

  @Test
  void whatIsTakenWithoutAnAnswerIsSaidOnceAndThenAskedFor(CapturedOutput output) {
    server.hangsUp();
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    assertThat(server.seen()).hasSize(2);
    assertThat(server.seen().getLast()).startsWith("/v2/notifications?reference=");
    server.knows(KNOWN);
    assertThat(send()).isEqualTo(new Accepted(ID));
    server.stalls();
    assertThat(send()).isEqualTo(new Accepted(ID));
    server.truncates(201, TEXT_TAKEN);
    assertThat(send()).isEqualTo(new Accepted(ID));
    server.answers(200, TEXT_TAKEN);
    assertThat(send()).isEqualTo(new Accepted(ID));
    assertThat(server.seen().stream().filter(it -> it.contains("canary-words"))).hasSize(5);
    assertThat(output).doesNotContain("canary", Parcels.PHONE, KEY);
  }

  /** A template may name the police, which people were promised that no message does. */
  @Test
  void nothingMoreLeavesByATemplateThatAddsWordsUntilItIsChanged(CapturedOutput output) {
    server.answers(201, made("Canary Police: canary-words"));
    assertThat(send()).as("it has left").isEqualTo(new Accepted(ID));
    assertThat(output).contains("ERROR", TEMPLATE, "a-force").doesNotContain("canary", "Canary");
    server.knows(template(1));
    assertThat(send()).isEqualTo(new Postponed("account", RetryAfter.REPAIR));
    server.answers(201, made("canary-words"));
    server.knows(template(2));
    assertThat(send()).isEqualTo(new Accepted(ID));
    assertThat(send()).isEqualTo(new Accepted(ID));
    assertThat(server.seen().stream().filter(it -> it.contains("canary-words"))).hasSize(3);
  }

  @Test
  void theSecondTextDoesNotFollowTheFirstByATemplateThatAddsWords() {
    server.answers(201, made("Canary Police: canary-one"));
    server.knows(template(1));
    assertThat(notify.send(Parcels.text(via(), "canary-one", "canary-two"), () -> true))
        .isEqualTo(new Postponed("account", RetryAfter.REPAIR, 1));
  }

  /** As Notify writes it: another apostrophe, another space, another accent. */
  @Test
  void aTemplateThatOnlyWritesOtherwiseAddsNothing(CapturedOutput output) {
    server.answers(201, made("  Dont  say: \u0175\u00ea' 1 "));
    for (var n = 0; n < 2; n++) {
      assertThat(notify.send(Parcels.text(via(), "Don\u2019t say: we\u2019 1"), () -> true))
          .isEqualTo(new Accepted(ID));
    }
    assertThat(output).doesNotContain("ERROR");
  }

  private static String made(String words) {
    return TEXT_TAKEN.replace("canary-words", words);
  }

  private static String template(int version) {
    return """
        {"id": "%s", "name": "n", "type": "sms", "created_at": "2026-01-01T00:00:00Z", "updated_at": null,
         "created_by": "a@b.c", "version": %d, "body": "((message))", "subject": null, "letter_contact_block": null}
        """
        .formatted(TEMPLATE, version);
  }

  @Test
  void aMachineThatCannotBeReachedWasToldNothing() {
    server.close();
    assertThat(send()).isInstanceOf(Postponed.class);
  }

  @Test
  void aKeyThatIsNotThereIsSaidAtStart() {
    assertThat(notify.unfit(via())).isEmpty();
    assertThat(notify.unfit(Parcels.sender("notify", "A", "apiKey", "property:none")))
        .extracting(Unfit::entry)
        .containsExactly("apiKey");
  }
}
