package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not heard, and of what nothing is read. */
class ReceiptsDoorIsShutTests extends ReceiptsDoor {

  @Test
  void anEventSignedBySha1IsRefused() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.byTheOldWay(AMAZON.notification(event("Complaint", "humberside")));
    assertThat(ses(posted)).isEqualTo(403);
    assertThat(words()).isEmpty();
  }

  @Test
  void aForgedEventIsRefused() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    posted.put("Message", event("Complaint", "humberside"));
    assertThat(ses(posted)).isEqualTo(403);
    var other = new SigningAmazon("sns.amazonaws.com");
    assertThat(ses(other.notification(event("Delivery", "humberside")))).isEqualTo(403);
    assertThat(words()).isEmpty();
  }

  @Test
  void aTopicSpeaksOnlyForForcesThatNameIt() throws Exception {
    sentBy("thames-valley");
    assertThat(ses(AMAZON.notification(event("Delivery", "thames-valley")))).isEqualTo(204);
    assertThat(words()).isEmpty();
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    posted.put("TopicArn", "arn:aws:sns:eu-west-2:210987654321:receipts");
    assertThat(ses(posted)).isEqualTo(403);
  }

  /** Nothing more of it is read than its head. */
  @Test
  void ofATopicThatNobodyNamesNothingIsRead() throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      var head =
          """
          POST %s HTTP/1.1
          Host: api.localhost:8080
          Content-Type: text/plain
          x-amz-sns-topic-arn: arn:aws:sns:eu-west-2:210987654321:theirs
          Content-Length: 2000

          {"""
              .formatted(SES)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(12);
      assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @CsvSource({SES + ", 413", NOTIFY + ", 403"})
  void aBodyWithoutEndIsRefusedBeforeItsEnd(String path, int status) throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      var head =
          "POST %s HTTP/1.1\r\nHost: api.localhost:8080\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n{"
              .formatted(path, 1L << 30);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readNBytes(12);
      assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 " + status);
    }
  }

  @Test
  void moreThanAReceiptIsNotRead() throws Exception {
    assertThat(post(SES, "x".repeat(Posted.LONGEST + 1), "")).isEqualTo(413);
    assertThat(post(NOTIFY, "x".repeat(Posted.LONGEST + 1), "a-callback-token")).isEqualTo(413);
  }

  @Test
  void nobodyElseIsHeardAsNotify() throws Exception {
    sentBy("thames-valley");
    assertThat(post(NOTIFY, callback("delivered"), "another")).isEqualTo(403);
    assertThat(post(NOTIFY, callback("delivered"), "")).isEqualTo(403);
    for (var path : List.of("/api/receipts/notify/humberside", "/api/receipts/notify/nowhere")) {
      assertThat(post(path, callback("delivered"), "a-callback-token")).isEqualTo(403);
    }
    assertThat(words()).isEmpty();
  }
}
