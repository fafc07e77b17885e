package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose signature is believed. */
class SnsSignatureTests {

  private static final SigningAmazon AMAZON = new SigningAmazon("sns.amazonaws.com");

  private final SnsSignature signature = believing(AMAZON, Clock.systemUTC());

  @Test
  void whatAmazonSignedIsGenuineHoweverItsTimeIsWritten() throws IOException {
    assertThat(genuine(AMAZON.notification("{}"))).isTrue();
    assertThat(genuine(AMAZON.confirmation("https://sns.eu-west-2.amazonaws.com/?x=1"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Message, {\"eventType\":\"Complaint\"}",
    "MessageId, another",
    "Timestamp, 2026-05-02T00:54:07.000Z",
    "TopicArn, arn:aws:sns:eu-west-2:123456789012:another",
    "Type, SubscriptionConfirmation",
    "Subject, added",
    "Signature, AAAA",
    "Signature, ?",
    "SignatureVersion, 3",
    // only a certificate of the topic's own region and at Amazon's own address
    "SigningCertURL, https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "SigningCertURL, https://sns.eu-west-2.amazonaws.com.example.org/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "SigningCertURL, http://sns.eu-west-2.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "SigningCertURL, https://example.org/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "SigningCertURL, https://sns.eu-west-2.amazonaws.com/other.pem",
    "SigningCertURL, https://sns.eu-west-2.amazonaws.com@example.org/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem"
  })
  void whatWasChangedIsForged(String field, String value) throws IOException {
    var posted = AMAZON.notification("{}");
    posted.put(field, value);
    assertThat(genuine(posted)).isFalse();
  }

  @Test
  void whatIsSignedBySha1CountsOnlyWhereItMust() throws IOException {
    var old = SigningAmazon.read(AMAZON.byTheOldWay(AMAZON.notification("{}")));
    assertThat(signature.genuine(old, false)).isFalse();
    assertThat(signature.genuine(old, true)).isTrue();
    var fresh = SigningAmazon.read(AMAZON.notification("{}"));
    assertThat(signature.genuine(fresh, false)).isTrue();
  }

  /** Whoever makes certificates' names up costs few calls of Amazon, and hinders no other. */
  @Test
  void fewUnknownCertificatesAreFetched() throws IOException {
    var amazon = new SigningAmazon("sns.amazonaws.com");
    var fresh = believing(amazon, Clock.systemUTC());
    var genuine = SigningAmazon.read(amazon.notification("{}"));
    assertThat(fresh.genuine(genuine, false)).isTrue();
    for (var number = 0; number < 40; number++) {
      var posted = amazon.notification("{}");
      posted.put(
          "SigningCertURL",
          SigningAmazon.CERTIFICATE.replace(
              "0123456789abcdef0123456789abcdef", "%032x".formatted(number)));
      posted.put("Signature", "AAAA");
      try {
        assertThat(fresh.genuine(SigningAmazon.read(posted), false)).isFalse();
      } catch (IOException later) {
        assertThat(later).hasMessageContaining("Too many");
      }
    }
    assertThat(amazon.asked()).hasSizeLessThan(20);
    assertThat(fresh.genuine(genuine, false)).isTrue();
  }

  @Test
  void whatIsMissingIsForged() throws IOException {
    for (var field : new java.util.ArrayList<>(AMAZON.notification("{}").keySet())) {
      var posted = AMAZON.notification("{}");
      posted.remove(field);
      assertThat(genuine(posted)).as(field).isEqualTo(field.equals("UnsubscribeURL"));
    }
  }

  @Test
  void aCertificateOfSomebodyElseProvesNothing() throws IOException {
    var other = new SigningAmazon("example.org");
    var believed = believing(other, Clock.systemUTC());
    assertThat(believed.genuine(SigningAmazon.read(other.notification("{}")), true)).isFalse();
    assertThat(genuine(other.notification("{}"))).isFalse();
  }

  @Test
  void aCertificateThatIsOutOfTimeProvesNothing() throws IOException {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(20 * 365));
    var believed = believing(AMAZON, later);
    assertThat(believed.genuine(SigningAmazon.read(AMAZON.notification("{}")), true)).isFalse();
  }

  @Test
  void aCertificateIsFetchedOnceAndIsMissedAloud() throws IOException {
    var amazon = new SigningAmazon("sns.amazonaws.com");
    var believed = believing(amazon, Clock.systemUTC());
    var message = SigningAmazon.read(amazon.notification("{}"));
    amazon.silent(true);
    assertThatThrownBy(() -> believed.genuine(message, true)).isInstanceOf(IOException.class);
    amazon.silent(false);
    assertThat(believed.genuine(message, true)).isTrue();
    assertThat(believed.genuine(message, true)).isTrue();
    assertThat(amazon.asked()).hasSize(1);
  }

  private boolean genuine(Map<String, String> posted) throws IOException {
    return signature.genuine(SigningAmazon.read(posted), true);
  }

  private static SnsSignature believing(SigningAmazon amazon, Clock clock) {
    return new SnsSignature(new SnsCertificates(amazon, clock));
  }
}
