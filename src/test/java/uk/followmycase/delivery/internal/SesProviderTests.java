package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
import uk.followmycase.delivery.internal.Handover.Unknown;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** What each answer of SES, and each lack of one, means for a notice. */
@ExtendWith(OutputCaptureExtension.class)
class SesProviderTests {

  private static final String TAKEN = "{\"MessageId\": \"0100-1\"}";

  private static final int CALLS = 20;

  private FaultyServer server;
  private SesProvider ses;

  @BeforeEach
  void start() throws IOException {
    server = new FaultyServer();
    ses = ses(Parcels.SETTINGS);
  }

  private static SesProvider ses(DeliverySettings settings) {
    var secrets = Parcels.secrets("a.key", "AKIAEXAMPLE", "a.secret", "shh");
    return new SesProvider(new AwsClients(secrets, settings));
  }

  @AfterEach
  void stop() throws Exception {
    ses.destroy();
    server.close();
  }

  private Sender via(String... more) {
    return Parcels.sender(
        "ses",
        "A Force <no-reply@a-force.example>",
        Stream.concat(
                Stream.of("region", "eu-west-2", "endpoint", server.address()),
                Stream.concat(
                    Stream.of("accessKey", "property:a.key", "secretKey", "property:a.secret"),
                    Stream.of(more)))
            .toArray(String[]::new));
  }

  private Handover send() {
    return ses.send(Parcels.email(via(), "An update", "canary-words"), () -> true);
  }

  @Test
  void whatSesTakesIsTakenUnderItsName() {
    server.answers(200, TAKEN);
    var parcel =
        Parcels.email(via("configurationSet", "receipts"), "Re:\r\nBcc: x", "canary-words");
    assertThat(ses.send(parcel, () -> true)).isEqualTo(new Accepted("0100-1"));
    assertThat(server.seen())
        .singleElement()
        .asString()
        .startsWith("/v2/email/outbound-emails")
        .contains("A Force <no-reply@a-force.example>", Parcels.ADDRESS, "canary-words")
        .contains("\"ConfigurationSetName\":\"receipts\"", "auto-generated", "Re: Bcc: x")
        .contains(parcel.attempt().toString(), "a-force");
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException, POSTPONED, throttled",
    "400, Throttling, POSTPONED, throttled",
    "400, LimitExceededException, POSTPONED, throttled",
    "400, MessageRejected, REFUSED, rejected-400",
    "400, BadRequestException, REFUSED, rejected-400",
    "400, SendingPausedException, POSTPONED, account",
    "400, AccountSuspendedException, POSTPONED, account",
    "404, NotFoundException, POSTPONED, account",
    "403, InvalidClientTokenId, POSTPONED, credentials",
    "503, ServiceUnavailable, POSTPONED, unavailable",
    "500, InternalFailure, UNKNOWN, server-error",
    "504, GatewayTimeout, UNKNOWN, server-error",
  })
  void everyAnswerHasItsMeaning(int status, String code, String outcome, String fault) {
    server.answers(status, "{\"message\": \"about canary\"}", "X-Amzn-ErrorType", code);
    assertThat(send())
        .extracting(Handover::outcome, Handover::fault)
        .containsExactly(outcome, fault);
    assertThat(server.seen()).as("no retries but the outbox's").hasSize(1);
  }

  @Test
  void anIdentityThatIsNotSetUpIsNotHeldAgainstTheNotice() {
    var said = "{\"message\": \"Email address is not verified\"}";
    server.answers(400, said, "X-Amzn-ErrorType", "MessageRejected");
    assertThat(send()).isEqualTo(new Postponed("account", RetryAfter.REPAIR));
  }

  @Test
  void sesMayAskForTime() {
    var error = new String[] {"X-Amzn-ErrorType", "TooManyRequestsException", "Retry-After", "7"};
    server.answers(429, "{}", error);
    assertThat(send()).isEqualTo(new Postponed("throttled", Duration.ofSeconds(7)));
  }

  @Test
  void whatIsTakenWithoutAnAnswerIsUnknownAndSaidOnce(CapturedOutput output) {
    server.hangsUp();
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    assertThat(server.seen()).hasSize(1);
    server.stalls();
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    assertThat(server.seen()).hasSize(2);
    server.truncates(200, TAKEN);
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    server.answers(200, "{}");
    assertThat(send()).isEqualTo(new Unknown("no-reference"));
    assertThat(output).doesNotContain("canary", "shh");
  }

  @Test
  void aMachineThatCannotBeReachedWasToldNothing() {
    server.close();
    assertThat(send()).isEqualTo(new Postponed("unreachable", Duration.ZERO));
  }

  /** A handshake each would cost more than the call. */
  @Test
  void manyCallsAtATimeKeepTheirConnections() throws Exception {
    ses.destroy();
    ses = ses(Parcels.PATIENT);
    var together = new CyclicBarrier(CALLS);
    server.does(
        (exchange, body) -> {
          meet(together);
          FaultyServer.answer(200, TAKEN).answer(exchange, body);
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < 3; round++) {
        var calls = threads.invokeAll(Collections.nCopies(CALLS, this::send));
        for (var call : calls) {
          assertThat(call.get()).isInstanceOf(Accepted.class);
        }
      }
    }
    assertThat(server.connections()).isEqualTo(CALLS);
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException alone) {
      throw new IllegalStateException(alone);
    }
  }

  @Test
  void whatCannotWorkIsSaidAtStart() {
    assertThat(ses.unfit(via())).isEmpty();
    var wrong =
        Parcels.sender("ses", "A Force", "accessKey", "env:NOT_THERE", "secretKey", "file:/none");
    assertThat(ses.unfit(wrong))
        .extracting(Unfit::entry)
        .containsExactly("sender", "accessKey", "secretKey");
  }
}
