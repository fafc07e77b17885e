package uk.followmycase.delivery.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.internal.ReceiptRows.Heard;
import uk.followmycase.tenancy.Forces;

/** Counts by force, channel, kind and class; nothing that belongs to a person. */
@Component
class DeliveryMeters {

  private static final String TWICE = "POSSIBLE_DUPLICATE";

  private final MeterRegistry registry;
  private final Forces forces;

  DeliveryMeters(MeterRegistry registry, Forces forces) {
    this.registry = registry;
    this.forces = forces;
  }

  /** What every meter about notices says of them. */
  static Tags tags(String force, Channel channel, Kind kind) {
    return Tags.of(
        "force",
        force,
        "channel",
        channel.name(),
        "kind",
        kind.name(),
        "class",
        kind.neverTwice() ? "never-twice" : "never-lost");
  }

  /** Counts what the running transaction queued, once it has committed. */
  void queued(Collection<Notice> notices) {
    var force = force();
    afterCommit(() -> notices.forEach(n -> count(force, n.channel(), n.kind(), "queued")));
  }

  /** Counts what the running transaction ended, once it has committed. */
  void ended(Collection<Ended> ended) {
    var force = force();
    afterCommit(() -> ended.forEach(e -> ended(force, e)));
  }

  private void ended(String force, Ended ended) {
    count(force, ended.channel(), ended.kind(), ended.state().name());
    if (ended.possibleDuplicate()) {
      count(force, ended.channel(), ended.kind(), TWICE);
    }
  }

  /** Counts what the running transaction heard of providers, once it has committed. */
  void heard(Collection<Heard> receipts) {
    var force = force();
    afterCommit(() -> receipts.forEach(r -> count(force, r.channel(), r.kind(), r.word().name())));
  }

  /** Measures one call of a provider. */
  void called(Parcel parcel, Handover handover, Duration took) {
    registry
        .timer(
            "followmycase.delivery.calls",
            tags(parcel.force(), parcel.message().to().channel(), parcel.kind())
                .and("provider", parcel.provider(), "outcome", handover.outcome()))
        .record(took);
  }

  private void count(String force, Channel channel, Kind kind, String what) {
    registry
        .counter("followmycase.delivery.notices", tags(force, channel, kind).and("what", what))
        .increment();
  }

  private String force() {
    return forces.current().slug();
  }

  private static void afterCommit(Runnable counting) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            counting.run();
          }
        });
  }
}
