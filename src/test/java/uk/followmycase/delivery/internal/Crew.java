package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import uk.followmycase.delivery.internal.Load.Room;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** Workers that a test moves by hand, one step after another. */
final class Crew implements DisposableBean {

  private final WorkerFactory factory;
  private final Preparation preparation;
  private final Recording recording;
  private final DueHeads heads;
  private final Brakes brakes;
  private final Forces forces;
  private final Threads threads = new Threads();

  Crew(
      WorkerFactory factory,
      Preparation preparation,
      Recording recording,
      DueHeads heads,
      Brakes brakes,
      Forces forces) {
    this.factory = factory;
    this.preparation = preparation;
    this.recording = recording;
    this.heads = heads;
    this.brakes = brakes;
    this.forces = forces;
  }

  Hand hand() {
    return new Hand(factory.identity());
  }

  /** A worker that runs by itself. */
  Dispatcher dispatcher() {
    return factory.dispatcher(factory.identity(), threads);
  }

  @Override
  public void destroy() {
    threads.stop();
  }

  /** One worker. */
  final class Hand {

    private final WorkerIdentity identity;
    private final Turns turns = new Turns();

    private Hand(WorkerIdentity identity) {
      this.identity = identity;
    }

    List<Lease> claim(int most) {
      brakes.look();
      var served = forces.all().stream().map(Force::id).toList();
      var leases = heads.claim(identity.current(), turns.of(served), new Room(most, most));
      turns.had(leases);
      return leases;
    }

    /** Leases and works off whatever is due, once. */
    List<Lease> work() {
      var leases = claim(1000);
      work(leases);
      return leases;
    }

    void work(List<Lease> leases) {
      var round = factory.round(threads);
      leases.stream()
          .collect(Collectors.groupingBy(Lease::force))
          .forEach(
              (force, some) -> ForceBinding.run(force, () -> run(round, new ArrayList<>(some))));
    }

    /** Goes as far as the attempts, and then is lost, as in a crash. */
    List<Parcel> prepareAndBeLost(List<Lease> leases) {
      return leases.stream().collect(Collectors.groupingBy(Lease::force)).entrySet().stream()
          .flatMap(
              some ->
                  ForceBinding.call(some.getKey(), () -> preparation.prepare(some.getValue()))
                      .stream())
          .toList();
    }

    /** Records all of these as taken. They are of one force. */
    void record(List<Parcel> parcels) {
      var outcomes =
          parcels.stream().map(it -> new Outcome(it, ScriptedProvider.accept(it))).toList();
      ForceBinding.run(parcels.getFirst().lease().force(), () -> recording.record(outcomes));
    }

    private void run(Round round, List<Lease> leases) {
      try {
        round.run(leases, () -> true);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    long number() {
      return identity.current();
    }
  }
}
