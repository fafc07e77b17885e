package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** What each answer of SNS, and each lack of one, means for a notice. */
@ExtendWith(OutputCaptureExtension.class)
class SnsProviderTests {

  private static final String TAKEN =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
      <MessageId>567910cd-1</MessageId></PublishResult></PublishResponse>
      """;

  private FaultyServer server;
  private SnsProvider sns;

  @BeforeEach
  void start() throws IOException {
    server = new FaultyServer();
    var secrets = Parcels.secrets("a.key", "AKIAEXAMPLE", "a.secret", "shh");
    sns = new SnsProvider(new AwsClients(secrets, Parcels.SETTINGS));
  }

  @AfterEach
  void stop() throws Exception {
    sns.destroy();
    server.close();
  }

  private Sender via(String sender) {
    return Parcels.sender(
        "sns",
        sender,
        "region",
        "eu-west-2",
        "maximumPrice",
        "0.08",
        "endpoint",
        server.address(),
        "accessKey",
        "property:a.key",
        "secretKey",
        "property:a.secret");
  }

  private Handover send(String... parts) {
    return sns.send(Parcels.text(via("AForce"), parts), () -> true);
  }

  @Test
  void aTextNamesItsSenderItsKindAndItsPrice() {
    server.answers(200, TAKEN);
    assertThat(send("canary-words")).isEqualTo(new Accepted("567910cd-1"));
    assertThat(server.seen()).hasSize(1);
    assertThat(URLDecoder.decode(server.seen().getFirst(), StandardCharsets.UTF_8))
        .contains("PhoneNumber=" + Parcels.PHONE, "Message=canary-words")
        .containsPattern("SenderID&.*StringValue=AForce")
        .containsPattern("SMSType&.*StringValue=Transactional")
        .containsPattern("MaxPrice&.*DataType=Number&.*StringValue=0.08");
  }

  @Test
  void twoLanguagesAreTwoTextsUnderOneReference() {
    server.answers(200, TAKEN);
    assertThat(send("one", "dau")).isEqualTo(new Accepted("567910cd-1 567910cd-1"));
    assertThat(server.seen()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Invalid parameter: PhoneNumber Reason: canary is not valid to publish to, true",
    "Invalid parameter: Message too long, false",
  })
  void onlyAContactThatIsWrongIsTheContactsFault(String said, boolean wrong) {
    server.answers(
        400,
        "<ErrorResponse><Error><Code>InvalidParameter</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(said));
    assertThat(send("canary-words"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.contact()).isEqualTo(wrong));
  }

  @ParameterizedTest
  @CsvSource({
    "429, Throttled, POSTPONED, throttled",
    "400, Throttling, POSTPONED, throttled",
    "400, InvalidParameter, REFUSED, rejected-400",
    "403, AuthorizationError, POSTPONED, account",
    "403, SignatureDoesNotMatch, POSTPONED, credentials",
    "503, ServiceUnavailable, POSTPONED, unavailable",
    "500, InternalError, UNKNOWN, server-error",
  })
  void everyAnswerHasItsMeaning(int status, String code, String outcome, String fault) {
    server.answers(
        status,
        "<ErrorResponse><Error><Code>%s</Code><Message>canary</Message></Error></ErrorResponse>"
            .formatted(code));
    assertThat(send("canary-words"))
        .extracting(Handover::outcome, Handover::fault)
        .containsExactly(outcome, fault);
    assertThat(server.seen()).as("no retries but the outbox's").hasSize(1);
  }

  @Test
  void whatIsTakenWithoutAnAnswerIsUnknownAndSaidOnce(CapturedOutput output) {
    server.hangsUp();
    assertThat(send("canary-words")).isEqualTo(new Unknown("no-answer"));
    server.stalls();
    assertThat(send("canary-words")).isEqualTo(new Unknown("no-answer"));
    server.truncates(200, TAKEN);
    assertThat(send("canary-words")).isEqualTo(new Unknown("no-answer"));
    assertThat(server.seen()).hasSize(3);
    assertThat(output).doesNotContain("canary", Parcels.PHONE, "shh");
  }

  @Test
  void aSenderThatTheNetworksWouldNotShowIsRefusedAtStart() {
    assertThat(sns.unfit(via("AForce"))).isEmpty();
    assertThat(sns.unfit(via("A Police Force"))).extracting(Unfit::entry).containsExactly("sender");
    assertThat(sns.unfit(via("101"))).extracting(Unfit::entry).containsExactly("sender");
  }
}
