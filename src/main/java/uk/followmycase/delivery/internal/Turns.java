package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import uk.followmycase.tenancy.ForceId;

/**
 * Whose turn it is. In each class the force that was served longest ago comes first, so that a
 * handful at a time may leave of one force's backlog and still none waits for the end of another's.
 */
final class Turns {

  private final Map<Urgency, SequencedSet<ForceId>> orders = new EnumMap<>(Urgency.class);

  /** These forces as they are to be served, by class. */
  Map<Urgency, List<ForceId>> of(Collection<ForceId> forces) {
    var served = Set.copyOf(forces);
    var turns = new EnumMap<Urgency, List<ForceId>>(Urgency.class);
    for (var urgency : Urgency.values()) {
      var order = order(urgency);
      order.addAll(forces);
      turns.put(urgency, order.stream().filter(served::contains).toList());
    }
    return turns;
  }

  /** Whoever had something goes to the end. */
  void had(Collection<Lease> leases) {
    leases.forEach(lease -> order(lease.urgency()).addLast(lease.force()));
  }

  private SequencedSet<ForceId> order(Urgency urgency) {
    return orders.computeIfAbsent(urgency, first -> new LinkedHashSet<>());
  }
}
