package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.followmycase.tenancy.ForceId;

/** What this instance has under way. */
final class Load {

  private final DeliverySettings settings;
  private final Set<Long> tokens = ConcurrentHashMap.newKeySet();
  private final Map<ForceId, Integer> byForce = new ConcurrentHashMap<>();

  Load(DeliverySettings settings) {
    this.settings = settings;
  }

  /** How many more may be leased now. */
  int room() {
    return Math.min(settings.batch(), settings.inFlight() - tokens.size());
  }

  /**
   * Whether a force has enough under way. Nobody gets more than is left for the others: however
   * many forces have a slow provider, there is room for one more.
   */
  boolean full(ForceId force) {
    var left = settings.inFlight() - tokens.size();
    return byForce.getOrDefault(force, 0) >= Math.min(settings.inFlightForForce(), left);
  }

  boolean any() {
    return !tokens.isEmpty();
  }

  Set<Long> tokens() {
    return Set.copyOf(tokens);
  }

  void add(ForceId force, List<Lease> leases) {
    leases.forEach(lease -> tokens.add(lease.token()));
    byForce.merge(force, leases.size(), Integer::sum);
  }

  void remove(ForceId force, List<Lease> leases) {
    leases.forEach(lease -> tokens.remove(lease.token()));
    byForce.merge(force, -leases.size(), (was, less) -> was + less == 0 ? null : was + less);
  }
}
