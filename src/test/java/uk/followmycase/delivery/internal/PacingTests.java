package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** A first day's backlog leaves bit by bit, whoever sends it. */
@DeliveryTest
class PacingTests {

  private static final int LIMIT = 300;

  @Autowired Post post;
  @Autowired StandingClock clock;
  @Autowired JdbcClient jdbc;

  private final List<Instant> left = new ArrayList<>();

  @BeforeEach
  void clear() {
    post.clear();
    post.asSuperuser("truncate police.invitation_pace");
    left.clear();
  }

  /** Two instances, each with half of the backlog, look ten times a second. */
  @Test
  void inNoMinuteMoreThanTheLimitLeavesAndNothingStays() {
    var instances = List.of(pacing(), pacing());
    var waiting = backlog(1_000);
    for (var tick = 0; !waiting.isEmpty(); tick++) {
      assertThat(tick).as("ticks").isLessThan(3_600);
      send(instances.get(tick % 2), waiting);
      clock.forward(Duration.ofMillis(100));
    }
    assertThat(left).hasSize(1_000);
    assertThat(left.stream().mapToLong(this::inTheMinuteFrom).max().orElseThrow())
        .isBetween(LIMIT - 20L, (long) LIMIT);
    assertThat(Duration.between(left.getFirst(), left.getLast())).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void fewLeaveTogetherAtOnce() {
    var waiting = backlog(50);
    send(pacing(), waiting);
    assertThat(waiting).isEmpty();
  }

  @Test
  void oneForceKeepsNoOtherWaiting() {
    var waiting = backlog(1_000);
    send(pacing(), waiting);
    assertThat(waiting).hasSize(950);
    assertThat(turns(post.two(), pacing(), List.of(notice(null)))).isEmpty();
  }

  @Test
  void whatMissedItsTurnTakesAnother() {
    var turn = clock.instant();
    clock.forward(Duration.ofMinutes(2));
    var late = IntStream.range(0, 400).mapToObj(each -> notice(turn)).toList();
    assertThat(turns(post.one(), pacing(), late)).hasSize(350);
  }

  @Test
  void codesAndNewsHaveNoPace() {
    var many = new ArrayList<LeasedNotice>();
    for (var each = 0; each < 400; each++) {
      many.add(notice(Kind.CODE, null));
      many.add(notice(Kind.UPDATE, null));
    }
    assertThat(turns(post.one(), pacing(), many)).isEmpty();
  }

  private long inTheMinuteFrom(Instant from) {
    var end = from.plus(Duration.ofMinutes(1));
    return left.stream().filter(at -> !at.isBefore(from) && at.isBefore(end)).count();
  }

  /** What is due is leased; what is not let go comes back at its turn. */
  private void send(Pacing pacing, Map<UUID, LeasedNotice> waiting) {
    var now = clock.instant();
    var due =
        waiting.values().stream()
            .filter(it -> it.slot() == null || !it.slot().isAfter(now))
            .limit(200)
            .toList();
    var later = turns(post.one(), pacing, due);
    for (var notice : due) {
      var hold = later.get(notice.id());
      if (hold == null) {
        waiting.remove(notice.id());
        left.add(now);
      } else {
        waiting.put(notice.id(), notice(notice.id(), notice.kind(), hold.until()));
      }
    }
  }

  private Map<UUID, Hold> turns(ForceId force, Pacing pacing, List<LeasedNotice> notices) {
    return post.in(force, () -> pacing.of(notices));
  }

  private Pacing pacing() {
    return new Pacing(jdbc, clock, LIMIT);
  }

  private Map<UUID, LeasedNotice> backlog(int count) {
    var all = new HashMap<UUID, LeasedNotice>();
    for (var each = 0; each < count; each++) {
      var notice = notice(null);
      all.put(notice.id(), notice);
    }
    return all;
  }

  private LeasedNotice notice(@Nullable Instant slot) {
    return notice(Kind.INVITATION, slot);
  }

  private LeasedNotice notice(Kind kind, @Nullable Instant slot) {
    return notice(Handle.rowId(), kind, slot);
  }

  private LeasedNotice notice(UUID id, Kind kind, @Nullable Instant slot) {
    return new LeasedNotice(
        new Lease(post.one(), id, Urgency.PROMPT, Channel.TEXT, 1, 0, false),
        kind,
        Handle.rowId(),
        null,
        Channel.TEXT,
        DeliveryState.WAITING,
        false,
        clock.instant(),
        clock.instant().plus(Duration.ofDays(14)),
        new byte[0],
        Earlier.NONE,
        0,
        slot);
  }
}
