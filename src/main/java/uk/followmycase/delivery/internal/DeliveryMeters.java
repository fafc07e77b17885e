package uk.followmycase.delivery.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.internal.ReceiptRows.Heard;
import uk.followmycase.tenancy.ForceBinding;

/** Counts by force, channel and kind; nothing that belongs to a person. */
@Component
class DeliveryMeters {

  private final MeterRegistry registry;

  DeliveryMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts what the running transaction queued, once it has committed. */
  void queued(Collection<Notice> notices) {
    var force = force();
    afterCommit(() -> notices.forEach(n -> count(force, n.channel(), n.kind(), "queued")));
  }

  /** Counts what the running transaction ended, once it has committed. */
  void ended(Collection<Ended> ended) {
    var force = force();
    afterCommit(() -> ended.forEach(e -> count(force, e.channel(), e.kind(), e.state().name())));
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
            "force",
            Integer.toString(parcel.lease().force().value()),
            "channel",
            parcel.message().to().channel().name(),
            "provider",
            parcel.provider(),
            "outcome",
            handover.outcome())
        .record(took);
  }

  private void count(String force, Enum<?> channel, Enum<?> kind, String what) {
    registry
        .counter(
            "followmycase.delivery.notices",
            "force",
            force,
            "channel",
            channel.name(),
            "kind",
            kind.name(),
            "what",
            what)
        .increment();
  }

  private static String force() {
    return Integer.toString(ForceBinding.current().value());
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
