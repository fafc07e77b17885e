package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceSettings.Limits;

/** What the bound force may still send, counted for all instances in one row a channel. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Budgets {

  private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);

  /** Part of a day's budget that only what somebody waits for may use. */
  private static final double KEPT = 0.1;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, LocalDate> told = new ConcurrentHashMap<>();

  Budgets(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many of those asked for may leave, and whether it is the day that is over. */
  record Grant(int urgent, int others, boolean dayOver) {}

  /** One row: what was used of a day, and what is left of this second. */
  private record Spent(LocalDate day, int used, double leftOver, OffsetDateTime asOf) {}

  /** Takes from the budget what is there, the urgent first. */
  Grant take(Channel channel, Limits limits, int urgent, int others, LocalDate today) {
    var spent = lock(channel, today);
    var used = spent.day().equals(today) ? spent.used() : 0;
    var now = clock.instant();
    var left = left(spent, limits, now);
    var day = limits.perDay() == null ? Integer.MAX_VALUE : limits.perDay();
    var first = most(urgent, left, day - used);
    var rest = most(others, left - first, (int) (day * (1 - KEPT)) - used - first);
    var dayOver = first + rest < urgent + others && left - first - rest >= 1;
    var after = new Spent(today, used + first + rest, left - first - rest, at(now));
    save(channel, after);
    if (dayOver) {
      alarm(ForceBinding.current() + " " + channel, today);
    }
    return new Grant(first, rest, dayOver);
  }

  /** Taken in this transaction, and not used. */
  void giveBack(Channel channel, int some) {
    jdbc.sql(
            """
            update police.delivery_budget
            set used = greatest(used - :some, 0), left_over = left_over + :some
            where force_id = :force and channel = :channel
            """)
        .param("force", ForceBinding.current().value())
        .param("channel", channel.name())
        .param("some", some)
        .update();
  }

  /** Once a day. */
  private void alarm(String budget, LocalDate today) {
    if (!today.equals(told.put(budget, today))) {
      LOG.error("The budget of the day is used up: {}", budget);
    }
  }

  private static int most(int wanted, double left, int day) {
    return Math.max(0, Math.min(wanted, Math.min((int) left, day)));
  }

  /** A second's worth at most; it fills up as time goes by. */
  private static double left(Spent spent, Limits limits, Instant now) {
    if (limits.perSecond() == null) {
      return Integer.MAX_VALUE;
    }
    var passed = Duration.between(spent.asOf().toInstant(), now).toMillis() / 1000.0;
    return Math.min(
        limits.perSecond(), spent.leftOver() + Math.max(0, passed) * limits.perSecond());
  }

  private Spent lock(Channel channel, LocalDate today) {
    return jdbc.sql(
            """
            insert into police.delivery_budget (force_id, channel, day, used, left_over, as_of)
            values (:force, :channel, :today, 0, 0, 'epoch')
            on conflict (force_id, channel) do update set channel = excluded.channel
            returning day, used, left_over, as_of
            """)
        .param("force", ForceBinding.current().value())
        .param("channel", channel.name())
        .param("today", today)
        .query(Spent.class)
        .single();
  }

  private void save(Channel channel, Spent spent) {
    jdbc.sql(
            """
            update police.delivery_budget
            set day = :day, used = :used, left_over = :left, as_of = :asOf
            where force_id = :force and channel = :channel
            """)
        .param("force", ForceBinding.current().value())
        .param("channel", channel.name())
        .param("day", spent.day())
        .param("used", spent.used())
        .param("left", spent.leftOver())
        .param("asOf", spent.asOf())
        .update();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
