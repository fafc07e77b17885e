package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.internal.FaultyServer.Script;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Whatever a provider does: nothing is lost, and what may have arrived twice is marked. */
@DeliveryTest
class FaultyProviderTests extends ForcesOnAmazon {

  private static final Pattern WORDS = Pattern.compile("(?:notice|code) number \\d+");
  private static final String TAKEN = "{\"MessageId\": \"taken\"}";

  /** What befalls a message when it first comes; the next time it is taken. */
  private static final List<Script> FIRST =
      List.of(
          FaultyServer.answer(429, "{}", "X-Amzn-ErrorType", "TooManyRequestsException"),
          FaultyServer.answer(503, "{}"),
          FaultyServer.answer(500, "{}"),
          FaultyServer.HANG_UP,
          FaultyServer.truncation(200, TAKEN),
          FaultyServer.answer(200, TAKEN));

  /** Of those, the ones after which the message is on its way. */
  private static final Set<Integer> ARRIVES = Set.of(3, 4, 5);

  private final Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired Forces forces;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
    FAULTY.does(
        (exchange, body) -> {
          var words = WORDS.matcher(body);
          assertThat(words.find()).isTrue();
          take(words.group()).answer(exchange, body);
        });
  }

  private Script take(String words) {
    var kind = Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1)) % FIRST.size();
    var first = known.add(words);
    if (!first || ARRIVES.contains(kind)) {
      arrived.computeIfAbsent(words, some -> new AtomicInteger()).incrementAndGet();
    }
    return first ? FIRST.get(kind) : FIRST.getLast();
  }

  @Test
  void theProvidersLedgerAndOursAgree() {
    var before = FAULTY.seen().size();
    var notices = emails(Kind.INVITATION, "notice", 60);
    var codes = emails(Kind.CODE, "code", 30);
    post.queue(troubled(), notices);
    post.queue(troubled(), codes);
    for (var round = 0; round < 100 && post.heads() > 0; round++) {
      crew.hand().work();
      clock.forward(Duration.ofSeconds(70));
    }
    assertThat(post.heads()).isZero();
    assertThat(FAULTY.seen().size() - before).as("every call has its attempt").isEqualTo(calls());
    for (var number = 0; number < notices.size(); number++) {
      var times = times("notice number " + number);
      var attempts = post.attempts(notices.get(number));
      assertThat(times).as("never lost").isPositive();
      assertThat(times == 1 || attempts.getLast().endsWith("dup")).as("twice is marked").isTrue();
    }
    for (var number = 0; number < codes.size(); number++) {
      assertThat(times("code number " + number)).as("never twice").isLessThanOrEqualTo(1);
      var lost = post.state(codes.get(number)).equals("UNKNOWN");
      assertThat(lost || times("code number " + number) == 1).isTrue();
    }
  }

  private int times(String words) {
    return arrived.getOrDefault(words, new AtomicInteger()).get();
  }

  private int calls() {
    return post.look(
        "select count(*) from police.delivery_attempt where fault is distinct from 'paused'",
        Integer.class);
  }

  private ForceId troubled() {
    return forces.bySlug(TROUBLED).orElseThrow().id();
  }

  private List<Notice> emails(Kind kind, String what, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                Map.of("to", "a@example.com", "subject", "s", "text", what + " number " + number))
        .map(content -> post.notice(kind, Channel.EMAIL, content))
        .toList();
  }
}
