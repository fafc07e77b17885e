package uk.followmycase.delivery.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.Predicate;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.internal.QueueFigures.Count;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;

/** Gauges of what waits. All that are read at once cost one look at the queue. */
@Component
class QueueGauges {

  private static final String PREFIX = "followmycase.delivery.";

  private final Forces forces;
  private final QueueWatch watch;
  private final MeterRegistry registry;

  QueueGauges(Forces forces, QueueWatch watch, MeterRegistry registry) {
    this.forces = forces;
    this.watch = watch;
    this.registry = registry;
  }

  /** Once it is known which forces are served; what is registered already stays as it is. */
  @EventListener
  void register(ContextRefreshedEvent started) {
    for (var force : forces.all()) {
      for (var channel : Channel.values()) {
        for (var kind : Kind.values()) {
          register(force, channel, kind);
        }
      }
    }
  }

  private void register(Force force, Channel channel, Kind kind) {
    var tags = DeliveryMeters.tags(force.slug(), channel, kind);
    Predicate<Count> these =
        count ->
            count.force().equals(force.id()) && count.channel() == channel && count.kind() == kind;
    Gauge.builder(PREFIX + "waiting", watch, it -> it.look().waiting(these))
        .description("Notices that have not left")
        .tags(tags)
        .register(registry);
    Gauge.builder(PREFIX + "oldest", watch, it -> it.look().oldest(these).toMillis() / 1000.0)
        .description("How long the oldest notice could have left")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
    for (var why : Held.values()) {
      held(tags, these.and(count -> count.held() == why), why);
    }
  }

  private void held(Tags tags, Predicate<Count> which, Held why) {
    Gauge.builder(PREFIX + "held", watch, it -> it.look().waiting(which))
        .description("Notices that have to wait, by what keeps them")
        .tags(tags.and("why", why.name()))
        .register(registry);
  }
}
