package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.internal.Budgets.Grant;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;
import uk.followmycase.tenancy.ForceSettings.Limits;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces;

/** Decides what may leave at this moment: the way to the provider, the budgets. */
@Component
class Pace {

  private final Lines lines;
  private final Budgets budgets;
  private final Holds holds;
  private final Forces forces;
  private final Clock clock;

  Pace(Lines lines, Budgets budgets, Holds holds, Forces forces, Clock clock) {
    this.lines = lines;
    this.budgets = budgets;
    this.holds = holds;
    this.forces = forces;
    this.clock = clock;
  }

  /** What may leave now, and when the rest comes back; none of it counts as a try. */
  record Split(List<LeasedNotice> now, List<Settled> later, List<Hold> holds) {

    /** A limit of its own makes nothing late. What was given its turn among many keeps it. */
    private void later(LeasedNotice notice, Instant again, Held why, @Nullable Instant until) {
      var counted = why == Held.TROUBLE ? null : why;
      later.add(new Settled(notice.lease(), again, notice.lease().tries(), counted));
      if (notice.slot() == null) {
        holds.add(new Hold(notice.id(), why, until, again));
      }
    }
  }

  /** Splits notices of the bound force. */
  Split split(List<Planned> ready) {
    var split = new Split(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var channel : Channel.values()) {
      var some = ready.stream().filter(one -> one.notice().channel() == channel).toList();
      if (!some.isEmpty()) {
        split(channel, open(channel, some, split), split);
      }
    }
    holds.write(split.holds());
    return split;
  }

  /** What was let go and then does not leave uses nothing up. */
  void giveBack(List<LeasedNotice> stayed) {
    stayed.stream()
        .collect(Collectors.groupingBy(LeasedNotice::channel, Collectors.summingInt(it -> 1)))
        .forEach(budgets::giveBack);
  }

  /** Each by the way of its own sender: trouble of the one is none of the other's. */
  private List<LeasedNotice> open(Channel channel, List<Planned> some, Split split) {
    var open = new ArrayList<LeasedNotice>();
    for (var one : some) {
      var pause = line(channel, one.discreet()).flatMap(Line::pause);
      if (pause.isPresent()) {
        split.later(one.notice(), after(one.notice(), pause.get()), Held.TROUBLE, null);
      } else {
        open.add(one.notice());
      }
    }
    return open;
  }

  private Optional<Line> line(Channel channel, boolean discreet) {
    var force = forces.current();
    return Senders.of(force, channel, discreet)
        .map(via -> lines.of(force.slug(), channel, discreet, via));
  }

  /** One budget for both senders of a channel, as the force's files say it for the plain one. */
  private void split(Channel channel, List<LeasedNotice> some, Split split) {
    var limits =
        Senders.of(forces.current(), channel, false).map(Sender::limits).orElse(Limits.NONE);
    if (some.isEmpty() || (limits.perSecond() == null && limits.perDay() == null)) {
      split.now().addAll(some);
    } else {
      line(channel, false).ifPresent(line -> spend(line, limits, new Batch(channel, some), split));
    }
  }

  private void spend(Line line, Limits limits, Batch batch, Split split) {
    var today = clock.instant().atZone(forces.current().settings().zone()).toLocalDate();
    var grant =
        budgets.take(batch.channel(), limits, batch.urgent().size(), batch.patient().size(), today);
    divide(batch.urgent(), grant.urgent(), grant, this::soon, split);
    divide(
        batch.patient(),
        grant.others(),
        grant,
        notice -> notice.inTime(line.slot(perSecond(limits))),
        split);
  }

  private void divide(
      List<LeasedNotice> some,
      int granted,
      Grant grant,
      Function<LeasedNotice, Instant> otherwise,
      Split split) {
    split.now().addAll(some.subList(0, granted));
    var again = grant.dayOver() ? (Function<LeasedNotice, Instant>) this::tomorrow : otherwise;
    some.subList(granted, some.size())
        .forEach(notice -> later(notice, again.apply(notice), grant, split));
  }

  private static int perSecond(Limits limits) {
    return limits.perSecond() == null ? 1 : limits.perSecond();
  }

  /** Notices of one channel: those somebody waits for, and the others. */
  private record Batch(Channel channel, List<LeasedNotice> urgent, List<LeasedNotice> patient) {

    private Batch(Channel channel, List<LeasedNotice> all) {
      this(
          channel,
          all.stream().filter(notice -> notice.kind().neverTwice()).toList(),
          all.stream().filter(notice -> !notice.kind().neverTwice()).toList());
    }
  }

  private static void later(LeasedNotice notice, Instant again, Grant grant, Split split) {
    split.later(notice, again, Held.LIMIT, grant.dayOver() ? again : null);
  }

  private Instant soon(LeasedNotice notice) {
    return notice.inTime(clock.instant().plusSeconds(1));
  }

  private Instant tomorrow(LeasedNotice notice) {
    var zone = forces.current().settings().zone();
    var day = clock.instant().atZone(zone).toLocalDate().plusDays(1);
    return notice.inTime(day.atStartOfDay(zone).toInstant());
  }

  /** Not all at once. */
  private Instant after(LeasedNotice notice, Duration pause) {
    var chance = ThreadLocalRandom.current().nextLong(pause.toMillis() + 1);
    var again = clock.instant().plus(pause).plusMillis(chance);
    return notice.inTime(again);
  }
}
