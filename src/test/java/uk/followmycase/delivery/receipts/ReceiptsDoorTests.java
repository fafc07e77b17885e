package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers may post. */
class ReceiptsDoorTests extends ReceiptsDoor {

  @Test
  void aSignedEventIsHeardOnceAndInTheForceItNames() throws Exception {
    sentBy("humberside");
    var posted = AMAZON.notification(event("Delivery", "humberside"));
    assertThat(ses(posted)).isEqualTo(204);
    assertThat(ses(posted)).isEqualTo(204);
    assertThat(words()).containsExactly("DELIVERED");
  }

  @ParameterizedTest
  @CsvSource({
    "Delivery, DELIVERED",
    "DeliveryDelay, TEMPORARY",
    "Bounce, PERMANENT",
    "Complaint, COMPLAINT",
  })
  void everyEventHasItsWord(String type, String word) throws Exception {
    sentBy("humberside");
    assertThat(ses(AMAZON.notification(event(type, "humberside")))).isEqualTo(204);
    assertThat(words()).containsExactly(word);
  }

  /** SES has given up by then, however passing the cause. */
  @Test
  void aPassingBounceIsTheLastWordAllTheSame() throws Exception {
    sentBy("humberside");
    var said = event("Bounce", "humberside").replace("Permanent", "Transient");
    assertThat(ses(AMAZON.notification(said))).isEqualTo(204);
    assertThat(words()).containsExactly("UNDELIVERED");
  }

  @Test
  void whatMakesNoSenseDoesNoHarm() throws Exception {
    assertThat(ses(AMAZON.notification("no event"))).isEqualTo(204);
    assertThat(ses(AMAZON.notification("{\"eventType\":\"Open\"}"))).isEqualTo(204);
    assertThat(post(SES, "no message", "")).isEqualTo(400);
    assertThat(post(SES, "", "")).isEqualTo(400);
    assertThat(post(SES, "null", "")).isEqualTo(400);
  }

  @Test
  void aSubscriptionIsConfirmedAtAmazonsOwnAddressAlone() throws Exception {
    var address = "https://sns.eu-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336";
    assertThat(ses(AMAZON.confirmation(address))).isEqualTo(204);
    assertThat(AMAZON.asked()).contains(URI.create(address));
    assertThat(ses(AMAZON.confirmation("https://example.org/?Token=1"))).isEqualTo(403);
    assertThat(AMAZON.asked()).noneMatch(asked -> "example.org".equals(asked.getHost()));
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, DELIVERED",
    "permanent-failure, PERMANENT",
    "temporary-failure, UNDELIVERED",
    "technical-failure, UNDELIVERED"
  })
  void notifyIsHeardUnderTheForcesToken(String status, String word) throws Exception {
    sentBy("thames-valley");
    assertThat(post(NOTIFY, callback(status), "a-callback-token")).isEqualTo(204);
    assertThat(post(NOTIFY, callback(status), "a-callback-token")).isEqualTo(204);
    assertThat(words()).containsExactly(word);
  }
}
