package uk.followmycase.tenancy.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts stops that nobody has looked at since they were to be looked at, for an alarm. */
@Component
class OverdueStops {

  private final JdbcClient jdbc;
  private final MeterRegistry registry;
  private final Clock clock;

  OverdueStops(JdbcClient jdbc, MeterRegistry registry, Clock clock) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.clock = clock;
  }

  @EventListener
  void register(ContextRefreshedEvent started) {
    Gauge.builder("followmycase.switches.overdue", this, OverdueStops::count)
        .description("Stops of notices that stand for longer than anybody meant")
        .register(registry);
  }

  private long count() {
    return jdbc.sql("select count(*) from plumbing.switched_off where review_at <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
