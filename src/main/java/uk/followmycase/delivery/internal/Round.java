package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import uk.followmycase.delivery.internal.Transactions.Way;

/** Works off leased heads of one force, which is bound: prepare, call, record. */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final Takeover takeover;
  private final Preparation preparation;
  private final Recording recording;
  private final HandingOver handingOver;
  private final Brakes brakes;
  private final Promises promises;
  private final Threads threads;
  private final Transactions transactions;
  private final Duration gather;
  private final RetryTemplate patience;

  Round(
      Takeover takeover,
      Preparation preparation,
      Recording recording,
      HandingOver handingOver,
      Brakes brakes,
      Promises promises,
      Threads threads,
      DeliverySettings settings) {
    this.takeover = takeover;
    this.preparation = preparation;
    this.recording = recording;
    this.handingOver = handingOver;
    this.brakes = brakes;
    this.promises = promises;
    this.threads = threads;
    this.transactions = new Transactions(settings.transactions());
    this.gather = settings.gather();
    this.patience = patience(settings.lease());
  }

  /** Outcomes are known once only: the database gets as long as leases may last to take them. */
  private static RetryTemplate patience(Duration lease) {
    return new RetryTemplate(
        RetryPolicy.builder()
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(25))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(1))
            .timeout(lease.multipliedBy(3))
            .excludes(DataIntegrityViolationException.class)
            .build());
  }

  /**
   * Runs until each of these heads is settled. What an earlier worker was lost with is only cleared
   * up, and leased anew.
   *
   * @param permitted whether calls may still be made
   */
  void run(List<Lease> leases, BooleanSupplier permitted) throws InterruptedException {
    var byTaken = leases.stream().collect(Collectors.partitioningBy(Lease::takenOver));
    var taken = byTaken.getOrDefault(true, List.of());
    var way = transactions.of(leases);
    if (!taken.isEmpty()) {
      way.after(() -> takeover.clear(taken));
    }
    var sending =
        new Sending(
            parcel -> send(parcel, permitted),
            batch -> record(batch, way),
            threads.of(leases),
            gather);
    try {
      start(new ArrayList<>(byTaken.getOrDefault(false, List.of())), sending, way);
    } finally {
      sending.finish();
    }
  }

  /** Each is read once it has a place soon, so that what is read still holds at its call. */
  private void start(List<Lease> waiting, Sending sending, Way way) throws InterruptedException {
    while (!waiting.isEmpty()) {
      var next = promises.take(waiting);
      if (next.isEmpty()) {
        sending.settle(MOMENT);
      } else {
        waiting.removeAll(Set.copyOf(next));
        promised(next, sending, way);
      }
    }
  }

  private void promised(List<Lease> next, Sending sending, Way way) {
    try {
      prepare(next, sending, way);
    } finally {
      next.stream()
          .map(Lease::notice)
          .filter(Predicate.not(sending::began))
          .forEach(promises::keep);
    }
  }

  /** A notice that makes its batch fail is found by halving, so that it harms itself only. */
  private void prepare(List<Lease> leases, Sending sending, Way way) {
    try {
      sending.start(way.before(() -> preparation.prepare(leases)));
    } catch (TransactionException | DataAccessResourceFailureException noDatabase) {
      throw noDatabase;
    } catch (RuntimeException failed) {
      if (leases.size() == 1) {
        putOff(leases.getFirst(), failed, way);
      } else {
        prepare(leases.subList(0, leases.size() / 2), sending, way);
        prepare(leases.subList(leases.size() / 2, leases.size()), sending, way);
      }
    }
  }

  private void putOff(Lease lease, RuntimeException failed, Way way) {
    // Its message may quote what was to be written.
    LOG.warn("Notice {} cannot be written: {}", lease.notice(), failed.getClass().getName());
    way.after(() -> recording.unwritten(lease));
  }

  private Outcome send(Parcel parcel, BooleanSupplier permitted) {
    try {
      BooleanSupplier allowed = () -> permitted.getAsBoolean() && brakes.free(parcel);
      return new Outcome(parcel, handingOver.handOver(parcel, allowed));
    } catch (Throwable broken) {
      LOG.error("Handing over broke with {}", broken.getClass().getName());
      return new Outcome(parcel, new Handover.Unknown("worker-broke"));
    } finally {
      promises.keep(parcel.lease().notice());
    }
  }

  private void record(List<Outcome> batch, Way way) {
    var refused = batch.stream().filter(Outcome::refused).toList();
    write(batch.stream().filter(outcome -> !outcome.refused()).toList(), way);
    write(refused.stream().map(outcome -> followed(outcome, way)).toList(), way);
  }

  /** An outcome that makes its batch fail is found by halving, too. */
  private void write(List<Outcome> some, Way way) {
    if (some.isEmpty()) {
      return;
    }
    try {
      patience.invoke(
          () -> {
            way.after(() -> recording.record(some));
            return some;
          });
    } catch (DataIntegrityViolationException unfit) {
      if (some.size() == 1) {
        writeOurs(some.getFirst(), way);
      } else {
        write(some.subList(0, some.size() / 2), way);
        write(some.subList(some.size() / 2, some.size()), way);
      }
    }
  }

  private void writeOurs(Outcome outcome, Way way) {
    LOG.warn("What was answered of notice {} cannot be kept", outcome.parcel().lease().notice());
    way.after(() -> recording.record(List.of(outcome.inOurWords())));
  }

  /** Should it fail, a person is asked to tell what was refused. */
  private Outcome followed(Outcome refused, Way way) {
    try {
      return way.after(() -> recording.follow(refused));
    } catch (RuntimeException failed) {
      LOG.warn("Nothing followed from a refusal: {}", failed.getClass().getName());
      return refused;
    }
  }
}
