package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Outgoing;
import uk.followmycase.delivery.internal.QueueFigures.Count;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** The bound force's figures: what waits, and what became of the rest today. */
@Service
class KeptFigures implements Outgoing {

  private final QueueFigures queue;
  private final DayFigures day;
  private final DeliverySettings settings;
  private final Forces forces;
  private final Providers providers;

  KeptFigures(
      QueueFigures queue,
      DayFigures day,
      DeliverySettings settings,
      Forces forces,
      Providers providers) {
    this.queue = queue;
    this.day = day;
    this.settings = settings;
    this.forces = forces;
    this.providers = providers;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Line> lines() {
    var counts = queue.of(List.of(ForceBinding.current()));
    var today = day.today();
    var lines = new ArrayList<Line>();
    for (var channel : Channel.values()) {
      for (var kind : Kind.values()) {
        Predicate<Count> these = count -> count.channel() == channel && count.kind() == kind;
        lines.add(
            line(channel, kind, counts.stream().filter(these).toList(), today.of(channel, kind)));
      }
    }
    return lines;
  }

  @Override
  public Set<Channel> unheard() {
    return providers.unheard(forces.current().settings().channels());
  }

  private Line line(Channel channel, Kind kind, List<Count> counts, Today today) {
    var oldest =
        counts.stream()
            .map(Count::since)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    return new Line(
        channel,
        kind,
        counts.stream().mapToLong(Count::waiting).sum(),
        oldest,
        oldest != null && day.now().isAfter(oldest.plus(settings.late(kind))),
        back(counts),
        today);
  }

  private static List<Back> back(List<Count> counts) {
    var back = new ArrayList<Back>();
    for (var why : Held.values()) {
      var some = counts.stream().filter(count -> count.held() == why).toList();
      if (!some.isEmpty()) {
        var all = some.stream().mapToLong(Count::waiting).sum();
        back.add(new Back(why, all, until(why, some)));
      }
    }
    return back;
  }

  private static @Nullable Instant until(Held why, List<Count> some) {
    return switch (why) {
      case QUIET_HOURS, SAFE_HOURS, PACED, LIMIT, TROUBLE ->
          some.stream().map(Count::next).min(Instant::compareTo).orElse(null);
      case PAUSED, NO_SAFE_TIME, SWITCHED_OFF -> null;
    };
  }
}
