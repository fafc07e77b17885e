package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.followmycase.delivery.internal.Handover.Accepted;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;

/**
 * One force's way to one provider. It carries as many calls at once as the provider bears: one more
 * after a round of successes, half as many when it is told to slow down, and one now and then while
 * nothing comes through.
 */
final class Line {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int DOWN = 5;
  private static final Duration BREATH = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofSeconds(1);
  private static final Duration QUICKEST = Duration.ofMillis(1);
  private static final int MEMORY = 8;
  private static final Duration HORIZON = Duration.ofMinutes(5);

  private final String name;
  private final int most;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();

  private double limit;
  private int busy;
  private int promised;
  private Duration answer = Duration.ofMillis(100);
  private int failures;
  private Instant opensAt = Instant.MIN;
  private Instant turnedAt = Instant.MIN;
  private Instant slot = Instant.MIN;

  Line(String name, int most, Clock clock) {
    this.name = name;
    this.most = most;
    this.clock = clock;
    this.limit = most;
  }

  /** Waits for a place. Whoever enters, leaves. */
  Instant enter() {
    lock.lock();
    try {
      while (busy >= (int) limit) {
        free.awaitUninterruptibly();
      }
      busy++;
      return clock.instant();
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      busy--;
      free.signal();
    } finally {
      lock.unlock();
    }
  }

  /** How long nothing should be tried; empty when the line is open. */
  Optional<Duration> pause() {
    lock.lock();
    try {
      var now = clock.instant();
      return opensAt.isAfter(now) ? Optional.of(Duration.between(now, opensAt)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * When the next notice that is over the budget comes back. One after another, so that a short
   * backlog is soon over; a long one starts again at the front, so that it is turned over slowly.
   */
  Instant slot(int perSecond) {
    lock.lock();
    try {
      var now = clock.instant();
      if (slot.isBefore(now) || slot.isAfter(now.plus(HORIZON))) {
        slot = now;
      }
      slot = slot.plus(Duration.ofSeconds(1).dividedBy(perSecond));
      return slot;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Promises places to notices, no more than it will begin to carry within a second. Large batches
   * leave a part to others, and whom somebody waits for gets one in any case. Whatever is promised
   * is kept once.
   */
  int promise(int wanted, Urgency urgency) {
    lock.lock();
    try {
      var most =
          switch (urgency) {
            case URGENT -> Integer.MAX_VALUE;
            case PROMPT -> bears();
            case BULK -> Math.max(1, bears() / 4 * 3);
          };
      var places = (int) Math.clamp((long) most - promised, 0, wanted);
      promised += places;
      return places;
    } finally {
      lock.unlock();
    }
  }

  /** While it is shut nothing waits for a place: all that comes is sent away until it opens. */
  private int bears() {
    if (opensAt.isAfter(clock.instant())) {
      return Integer.MAX_VALUE;
    }
    return (int) Math.max(limit, limit * AHEAD.toNanos() / answer.toNanos());
  }

  void kept() {
    lock.lock();
    try {
      promised--;
    } finally {
      lock.unlock();
    }
  }

  /** How many calls it carries now. */
  int limit() {
    lock.lock();
    try {
      return (int) limit;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Learns from an answer. What fails while nothing comes through is not held against the notice.
   *
   * @param entered when the call began: what began before the line last turned says nothing new
   */
  Handover heard(Handover said, Instant entered) {
    lock.lock();
    try {
      took(Duration.between(entered, clock.instant()));
      return learn(said, entered.isBefore(turnedAt));
    } finally {
      lock.unlock();
    }
  }

  private void took(Duration time) {
    answer = answer.plus(time.minus(answer).dividedBy(MEMORY));
    answer = answer.compareTo(QUICKEST) < 0 ? QUICKEST : answer;
  }

  private Handover learn(Handover said, boolean stale) {
    switch (said) {
      case Accepted taken -> well();
      case Refused refused -> well();
      case Unknown unknown -> failed(unknown.fault(), stale);
      case Postponed mailbox when mailbox.fault().equals(Postponed.MAILBOX_LATER) -> well();
      case Postponed nobody when nobody.unsaid() -> {}
      case Postponed postponed when postponed.fault().equals(Postponed.THROTTLED) ->
          slow(postponed.after(), stale);
      case Postponed postponed -> failed(postponed.fault(), stale);
    }
    return failures >= DOWN && said instanceof Postponed postponed && !postponed.unsaid()
        ? new Postponed(Postponed.DOWN, postponed.after(), postponed.taken())
        : said;
  }

  private void well() {
    if (failures >= DOWN) {
      LOG.info("{} carries again", name);
    }
    failures = 0;
    limit = Math.min(most, limit + 1 / limit);
    if (busy < (int) limit) {
      free.signal();
    }
  }

  private void slow(Duration after, boolean stale) {
    if (!stale) {
      limit = Math.max(1, limit / 2);
      turn(after.compareTo(BREATH) < 0 ? BREATH : after);
    }
  }

  /** However many are under way when a line breaks, it broke once. */
  private void failed(String fault, boolean stale) {
    if (stale) {
      return;
    }
    failures++;
    if (failures == DOWN) {
      LOG.error("{} carries nothing: {}. Its notices wait", name, fault);
    }
    if (failures >= DOWN) {
      limit = 1;
      turn(BREATH.multipliedBy(1L << Math.min(failures - DOWN, 6)));
    }
  }

  private void turn(Duration pause) {
    turnedAt = clock.instant();
    opensAt = turnedAt.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
