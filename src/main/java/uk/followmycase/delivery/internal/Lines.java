package uk.followmycase.delivery.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** Every force's ways to its providers, in this instance. */
@Component
class Lines {

  private final Map<Way, Line> lines = new ConcurrentHashMap<>();
  private final DeliverySettings settings;
  private final MeterRegistry meters;
  private final Clock clock;

  Lines(DeliverySettings settings, MeterRegistry meters, Clock clock) {
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
  }

  private record Way(String force, Channel channel, boolean discreet, String provider) {}

  /** The discreet sender's way is another: it may have its own provider, and its own trouble. */
  Line of(String force, Channel channel, boolean discreet, Sender via) {
    return lines.computeIfAbsent(
        new Way(force, channel, discreet, via.provider()), way -> open(way, via.limits().atOnce()));
  }

  /** Trusts every provider again, as a worker does that starts. */
  void forget() {
    lines.clear();
  }

  private Line open(Way way, @Nullable Integer atOnce) {
    var most = atOnce == null ? settings.calls() : Math.min(atOnce, settings.calls());
    var sender = way.discreet() ? "discreet" : "plain";
    var name = "%s of %s by %s, %s".formatted(way.channel(), way.force(), way.provider(), sender);
    var line = new Line(name, most, clock);
    Gauge.builder("followmycase.delivery.line", line, Line::limit)
        .description("Calls at once that a provider bears from a force")
        .tags("force", way.force(), "channel", way.channel().name())
        .tags("provider", way.provider(), "sender", sender)
        .register(meters);
    return line;
  }
}
