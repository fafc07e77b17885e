package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls providers, as many at a time as each bears, and never waits longer than allowed. */
final class HandingOver {

  private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

  private final Providers providers;
  private final DeliverySettings settings;
  private final DeliveryMeters meters;
  private final ExecutorService threads;
  private final Lines lines;
  private final Clock clock;

  HandingOver(
      Providers providers,
      DeliverySettings settings,
      DeliveryMeters meters,
      Lines lines,
      Clock clock,
      ExecutorService threads) {
    this.providers = providers;
    this.lines = lines;
    this.clock = clock;
    this.settings = settings;
    this.meters = meters;
    this.threads = threads;
  }

  /**
   * Hands one parcel over.
   *
   * @param permitted asked at the last moment; without permission no call is made
   */
  Handover handOver(Parcel parcel, BooleanSupplier permitted) {
    var provider = providers.named(parcel.provider());
    if (provider.isEmpty()) {
      return new Handover.Postponed("no-provider", Duration.ZERO);
    }
    var channel = parcel.message().to().channel();
    var line = lines.of(parcel.force(), channel, parcel.discreet(), parcel.via());
    var entered = line.enter();
    try {
      var pause = line.pause();
      if (pause.isPresent()) {
        return new Handover.Postponed("paused", pause.get());
      }
      if (!fresh(parcel)) {
        return new Handover.Postponed(Handover.Postponed.STALE, Duration.ZERO);
      }
      return permitted.getAsBoolean()
          ? line.heard(measured(provider.get(), parcel, permitted), entered)
          : new Handover.Postponed(Handover.Postponed.LEASE_OVER, Duration.ZERO);
    } finally {
      line.leave();
    }
  }

  private boolean fresh(Parcel parcel) {
    return !clock.instant().isAfter(parcel.asked().plus(settings.freshFor()));
  }

  private Handover measured(Provider provider, Parcel parcel, BooleanSupplier permitted) {
    var began = System.nanoTime();
    var handover = call(provider, parcel, permitted);
    meters.called(parcel, handover, Duration.ofNanos(System.nanoTime() - began));
    return handover;
  }

  /** Of a call that nobody waits for any more no further part leaves. */
  private Handover call(Provider provider, Parcel parcel, BooleanSupplier permitted) {
    var awaited = new AtomicBoolean(true);
    BooleanSupplier more = () -> awaited.get() && fresh(parcel) && permitted.getAsBoolean();
    var call = threads.submit(() -> provider.send(parcel, more));
    try {
      return call.get(settings.callWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      call.cancel(true);
      return new Handover.Unknown("no-answer");
    } catch (ExecutionException failed) {
      // Its message may quote what was sent.
      LOG.warn("Provider {} failed with {}", provider.name(), kind(failed));
      return new Handover.Unknown("provider-failed");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      call.cancel(true);
      return new Handover.Unknown("stopped");
    } finally {
      awaited.set(false);
    }
  }

  private static String kind(ExecutionException failed) {
    return failed.getCause() == null ? "nothing" : failed.getCause().getClass().getName();
  }
}
