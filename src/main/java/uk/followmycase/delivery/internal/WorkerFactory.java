package uk.followmycase.delivery.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;

/** Puts a worker together. */
@Component
class WorkerFactory {

  private final Forces forces;
  private final DueHeads heads;
  private final LostHeads lost;
  private final WorkerLease leases;
  private final Takeover takeover;
  private final Preparation preparation;
  private final Recording recording;
  private final Providers providers;
  private final DeliveryMeters meters;
  private final Brakes brakes;
  private final Lines lines;
  private final Wake wake;
  private final DeliverySettings settings;
  private final Clock clock;

  WorkerFactory(
      Forces forces,
      DueHeads heads,
      LostHeads lost,
      WorkerLease leases,
      Takeover takeover,
      Preparation preparation,
      Recording recording,
      Providers providers,
      DeliveryMeters meters,
      Brakes brakes,
      Lines lines,
      Wake wake,
      DeliverySettings settings,
      Clock clock) {
    this.forces = forces;
    this.heads = heads;
    this.lost = lost;
    this.leases = leases;
    this.takeover = takeover;
    this.preparation = preparation;
    this.recording = recording;
    this.providers = providers;
    this.meters = meters;
    this.brakes = brakes;
    this.lines = lines;
    this.wake = wake;
    this.settings = settings;
    this.clock = clock;
  }

  WorkerIdentity identity() {
    return new WorkerIdentity(leases, settings.lease());
  }

  Round round(Threads threads) {
    var handingOver = new HandingOver(providers, settings, meters, lines, clock, threads.calls());
    return new Round(
        takeover,
        preparation,
        recording,
        handingOver,
        brakes,
        new Promises(lines, forces),
        threads,
        settings);
  }

  Dispatcher dispatcher(WorkerIdentity identity, Threads threads) {
    return new Dispatcher(
        forces, heads, lost, identity, brakes, round(threads), wake, threads, settings);
  }
}
