package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * Keeps notices unread until their way has a place for them soon. What is asked about a person long
 * before the call is no longer true when it is made.
 */
final class Promises {

  private final Lines lines;
  private final Forces forces;
  private final Map<UUID, Line> places = new ConcurrentHashMap<>();

  Promises(Lines lines, Forces forces) {
    this.lines = lines;
    this.forces = forces;
  }

  /** Those of the bound force that have a place now. Somebody waits for a code: it has one. */
  List<Lease> take(Collection<Lease> waiting) {
    var taken = new ArrayList<Lease>();
    waiting.stream()
        .collect(Collectors.groupingBy(Lease::channel))
        .forEach(
            (channel, some) -> {
              for (var urgency : Urgency.values()) {
                taken.addAll(promised(line(channel, urgency), some, urgency));
              }
            });
    return taken;
  }

  private List<Lease> promised(Optional<Line> line, List<Lease> waiting, Urgency urgency) {
    var some = waiting.stream().filter(lease -> lease.urgency() == urgency).toList();
    if (some.isEmpty() || line.isEmpty()) {
      return some;
    }
    var granted = some.subList(0, line.get().promise(some.size(), urgency));
    granted.forEach(lease -> places.put(lease.notice(), line.get()));
    return granted;
  }

  /**
   * What somebody waits for is a code, which leaves by the discreet sender. A force without a
   * provider for the channel keeps nothing waiting.
   */
  private Optional<Line> line(Channel channel, Urgency urgency) {
    var force = forces.of(ForceBinding.current());
    var discreet = urgency == Urgency.URGENT;
    return Senders.of(force, channel, discreet)
        .map(via -> lines.of(force.slug(), channel, discreet, via));
  }

  /** The notice was handed over, or will not be now. */
  void keep(UUID notice) {
    var line = places.remove(notice);
    if (line != null) {
      line.kept();
    }
  }
}
