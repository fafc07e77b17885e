package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;

/** What SES and SNS say that they received is what our ledger of attempts says. */
@DeliveryTest
class EmulatorTests extends ForcesOnAmazon {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int EACH = 40;
  private static final int TWO_PARTS = 10;

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() throws Exception {
    post.clear();
    ask(HttpRequest.newBuilder(Emulators.running().ses().resolve("/clear-store")), "");
  }

  @Test
  void sesReceivedWhatWeWroteDown() throws Exception {
    queue(Channel.EMAIL, "somebody@example.com");
    crew.hand().work();
    var store = get(Emulators.running().ses().resolve("/store")).get("emails");
    var theirs = new TreeSet<String>();
    store.forEach(email -> theirs.add(email.get("messageId").asString()));
    tell("SES", store.size(), theirs);
    assertThat(store.size()).isEqualTo(2 * EACH);
    assertThat(theirs).containsExactlyElementsOf(ours());
    assertThat(store.get(0).get("destination").get("to").get(0).asString())
        .isEqualTo("somebody@example.com");
  }

  @Test
  void snsReceivedWhatWeWroteDown() throws Exception {
    try (var telephone = new FaultyServer()) {
      telephone.answers(200, "");
      subscribe(Post.PHONE, telephone.address());
      queue(Channel.TEXT, Post.PHONE);
      crew.hand().work();
      clock.forward(Duration.ofSeconds(1));
      crew.hand().work();
      await().until(() -> telephone.seen().size() >= 2 * EACH);
      var theirs = new TreeSet<String>();
      telephone.seen().stream().map(EmulatorTests::event).forEach(theirs::add);
      tell("SNS", telephone.seen().size(), theirs);
      assertThat(telephone.seen()).hasSize(2 * EACH);
      assertThat(theirs).containsExactlyElementsOf(ours());
    }
  }

  /** Whoever was never asked for a language gets both: two texts, one notice, one attempt. */
  @Test
  void twoTextsAreOneNotice() throws Exception {
    var number = "+447700900932";
    try (var telephone = new FaultyServer()) {
      telephone.answers(200, "");
      subscribe(number, telephone.address());
      var content = Map.of("to", number, "text", "Helo", "other", "Hello");
      var notices =
          IntStream.range(0, TWO_PARTS)
              .mapToObj(each -> post.notice(Kind.INVITATION, Channel.TEXT, content))
              .toList();
      post.queue(post.one(), notices);
      crew.hand().work();
      await().until(() -> telephone.seen().size() >= 2 * TWO_PARTS);
      var theirs = new TreeSet<String>();
      telephone.seen().stream().map(EmulatorTests::event).forEach(theirs::add);
      tell("SNS", telephone.seen().size(), theirs);
      var ours = post.list("select reference from police.delivery_attempt");
      assertThat(ours).hasSize(TWO_PARTS);
      assertThat(ours.stream().flatMap(both -> Stream.of(both.split(" ", 2))))
          .containsExactlyInAnyOrderElementsOf(theirs);
      assertThat(notices).allMatch(notice -> post.state(notice).equals("HANDED_OVER"));
    }
  }

  private void queue(Channel channel, String to) {
    for (var force : List.of(post.one(), post.two())) {
      post.queue(
          force,
          IntStream.range(0, EACH)
              .mapToObj(
                  number ->
                      Map.of("to", to, "subject", "About", "text", force + " number " + number))
              .map(content -> post.notice(Kind.INVITATION, channel, content))
              .toList());
    }
  }

  /** Both records, side by side. */
  private void tell(String service, int received, Set<String> theirs) {
    var attempts = post.list("select coalesce(outcome, 'OPEN') from police.delivery_attempt");
    System.out.printf(
        "%s itself received %d messages (%d references); our ledger has %d attempts, %d accepted%n",
        service,
        received,
        theirs.size(),
        attempts.size(),
        Collections.frequency(attempts, "ACCEPTED"));
  }

  /** The ledger: references of what was taken, each once. */
  private TreeSet<String> ours() {
    var ledger =
        post.list("select reference from police.delivery_attempt where outcome = 'ACCEPTED'");
    assertThat(ledger).hasSize(2 * EACH).doesNotHaveDuplicates();
    assertThat(post.heads()).isZero();
    return new TreeSet<>(ledger);
  }

  /** This emulator hands a text on to whoever subscribed to its number. */
  private static void subscribe(String number, String endpoint) throws Exception {
    ask(
        HttpRequest.newBuilder(Emulators.running().sns())
            .header("Content-Type", "application/x-www-form-urlencoded"),
        "Action=Subscribe&Protocol=http&TopicArn=%s&Endpoint=%s"
            .formatted(
                URLEncoder.encode(number, StandardCharsets.UTF_8),
                URLEncoder.encode(endpoint, StandardCharsets.UTF_8)));
  }

  private static String event(String seen) {
    var event = JSON.readTree(seen.substring(seen.indexOf('{')));
    return Objects.requireNonNull(event.get("MessageId")).asString();
  }

  private static JsonNode get(URI address) throws Exception {
    var request = HttpRequest.newBuilder(address).build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  private static void ask(HttpRequest.Builder request, String body) throws Exception {
    var answer =
        HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
