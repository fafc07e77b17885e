package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.followmycase.tenancy.ForceId;

/** What this instance has under way. */
final class Load {

  private final DeliverySettings settings;
  private final Part all = new Part();
  private final Part bulk = new Part();

  Load(DeliverySettings settings) {
    this.settings = settings;
  }

  /**
   * How many more may be leased now.
   *
   * @param most in all
   * @param bulk of large batches at most
   */
  record Room(int most, int bulk) {}

  /** A third is kept for what is told singly: a batch may be under way for long. */
  Room room() {
    return new Room(
        Math.min(settings.batch(), left()),
        Math.clamp(kept(settings.inFlight()) - bulk.tokens.size(), 0, settings.batch()));
  }

  private int left() {
    return settings.inFlight() - all.tokens.size();
  }

  private static int kept(int most) {
    return most * 2 / 3;
  }

  /**
   * Whether a force has enough under way. Nobody gets more than is left for the others: however
   * many forces have a slow provider, there is room for one more. Large batches, of whatever force,
   * take nothing of the third that is kept.
   */
  boolean full(ForceId force) {
    var batches = Math.min(bulk.of(force), kept(settings.inFlightForForce()));
    var most = Math.min(settings.inFlightForForce() - batches, left());
    return all.of(force) - bulk.of(force) >= most;
  }

  /** The same of its large batches. */
  boolean fullOfBulk(ForceId force) {
    return bulk.of(force) >= kept(Math.min(settings.inFlightForForce(), left()));
  }

  boolean any() {
    return !all.tokens.isEmpty();
  }

  Set<Long> tokens() {
    return Set.copyOf(all.tokens);
  }

  void add(ForceId force, List<Lease> leases) {
    all.add(force, leases);
    bulk.add(force, large(leases));
  }

  void remove(ForceId force, List<Lease> leases) {
    all.remove(force, leases);
    bulk.remove(force, large(leases));
  }

  private static List<Lease> large(List<Lease> leases) {
    return leases.stream().filter(lease -> lease.urgency() == Urgency.BULK).toList();
  }

  private static final class Part {

    private final Set<Long> tokens = ConcurrentHashMap.newKeySet();
    private final Map<ForceId, Integer> byForce = new ConcurrentHashMap<>();

    private int of(ForceId force) {
      return byForce.getOrDefault(force, 0);
    }

    private void add(ForceId force, List<Lease> leases) {
      leases.forEach(lease -> tokens.add(lease.token()));
      byForce.merge(force, leases.size(), Integer::sum);
    }

    private void remove(ForceId force, List<Lease> leases) {
      leases.forEach(lease -> tokens.remove(lease.token()));
      byForce.merge(force, -leases.size(), (was, less) -> was + less == 0 ? null : was + less);
    }
  }
}
