package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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

/** What each answer of a relay, and each lack of one, means for a notice. */
@ExtendWith(OutputCaptureExtension.class)
class SmtpProviderTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T10:00:00Z"), ZoneOffset.UTC);

  private final SmtpProvider smtp =
      new SmtpProvider(
          Parcels.secrets("a.user", "force", "a.password", "shh"), Parcels.SETTINGS, CLOCK);
  private FaultyRelay relay;

  @BeforeEach
  void start() throws IOException {
    relay = new FaultyRelay();
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
  }

  private static Sender via(int port, String security) {
    return Parcels.sender(
        "smtp",
        "Heddlu Ŵ <no-reply@a-force.example>",
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(port),
        "security",
        security);
  }

  private Handover send() {
    return smtp.send(Parcels.email(via(relay.port(), "none"), "About", "canary-words"), () -> true);
  }

  @Test
  void aRelayGetsAWholeEmail() throws Exception {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("force", "shh");
    mail.start();
    try {
      var bare = via(mail.getSmtp().getPort(), "none");
      var settings = new HashMap<>(bare.settings());
      settings.put("user", "property:a.user");
      settings.put("password", "property:a.password");
      var via = new Sender("smtp", bare.sender(), settings, bare.limits());
      var parcel = Parcels.email(via, "Am eich\r\nBcc: x@y.z", "Dŵr a thân");
      var name = "<" + parcel.attempt() + "-0@a-force.example>";
      assertThat(smtp.send(parcel, () -> true)).isEqualTo(new Accepted(name));
      var got = mail.getReceivedMessages();
      assertThat(got).hasSize(1);
      assertThat(got[0].getContent().toString().strip()).isEqualTo("Dŵr a thân");
      assertThat(got[0].getSubject()).isEqualTo("Am eich Bcc: x@y.z");
      assertThat(got[0].getAllRecipients())
          .extracting(Object::toString)
          .containsExactly(Parcels.ADDRESS);
      assertThat(got[0].getHeader("Message-ID")).containsExactly(name);
      assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got[0].getSentDate()).isEqualTo(CLOCK.instant());
    } finally {
      mail.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 canary unknown, REFUSED, rejected-550",
    "RCPT, 421 too fast, POSTPONED, throttled",
    "RCPT, 450 4.2.0 greylisted, POSTPONED, mailbox-later",
    "RCPT, 451 4.7.1 try later, POSTPONED, mailbox-later",
    "RCPT, 452 4.2.2 mailbox full, POSTPONED, mailbox-later",
    "RCPT, 432 later, POSTPONED, mailbox-later",
    "MAIL, 451 too many, POSTPONED, throttled",
    "MAIL, 550 not you, POSTPONED, account",
    "MAIL, 530 who are you, POSTPONED, account",
    "MAIL, 421 too fast, POSTPONED, throttled",
    "DATA, 554 no, REFUSED, rejected-554",
    "., 554 canary is spam, REFUSED, rejected-554",
    "., 451 try later, POSTPONED, unavailable",
    "., 421 too fast, POSTPONED, throttled",
    "., hang up, UNKNOWN, no-answer",
    "., silence, UNKNOWN, no-answer",
    "'', 554 go away, POSTPONED, unreachable",
    "'', silence, POSTPONED, unreachable",
  })
  void everyAnswerHasItsMeaning(String to, String answer, String outcome, String fault) {
    relay.answers(to, answer);
    assertThat(send())
        .extracting(Handover::outcome, Handover::fault)
        .containsExactly(outcome, fault);
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 canary unknown, true",
    "RCPT, 550 no such user, true",
    "RCPT, 553 5.1.3 canary, true",
    "RCPT, 550 5.7.1 your machine is on a list, false",
    "DATA, 554 no, false",
    "., 550 5.7.1 canary is spam, false",
  })
  void onlyAContactThatIsWrongIsTheContactsFault(String to, String answer, boolean wrong) {
    relay.answers(to, answer);
    assertThat(send())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.contact()).isEqualTo(wrong));
  }

  /** The machine's own name may say whose it is. */
  @Test
  void aRelayIsGreetedByTheSendersDomain() {
    send();
    assertThat(relay.greeted()).isNotEmpty().containsOnly("a-force.example");
  }

  @Test
  void whatIsTakenWithoutAnAnswerIsUnknownAndSaidOnce(CapturedOutput output) {
    relay.answers(FaultyRelay.DOT, FaultyRelay.HANG_UP);
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    assertThat(relay.taken()).isEqualTo(1);
    relay.answers(FaultyRelay.DOT, FaultyRelay.SILENCE);
    assertThat(send()).isEqualTo(new Unknown("no-answer"));
    assertThat(output).doesNotContain("canary", Parcels.ADDRESS);
  }

  @Test
  void withoutTlsNothingIsSaidToARelayElsewhere() {
    assertThat(
            smtp.send(Parcels.email(via(relay.port(), "starttls"), "About", "words"), () -> true))
        .isInstanceOf(Postponed.class);
    assertThat(relay.taken()).isZero();
  }

  @Test
  void aStrangersCertificateIsRefused() {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    mail.start();
    try {
      var via = via(mail.getSmtps().getPort(), "tls");
      assertThat(smtp.send(Parcels.email(via, "About", "words"), () -> true))
          .isInstanceOf(Postponed.class);
      assertThat(mail.getReceivedMessages()).isEmpty();
    } finally {
      mail.stop();
    }
  }

  @Test
  void whatCannotWorkIsSaidAtStart() {
    assertThat(smtp.unfit(via(25, "none"))).isEmpty();
    assertThat(smtp.unfit(Parcels.sender("smtp", "no address", "password", "env:NOT_THERE")))
        .extracting(Unfit::entry)
        .containsExactly("sender", "password");
  }
}
