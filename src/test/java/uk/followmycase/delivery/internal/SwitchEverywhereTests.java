package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import followmycase.platform.TestDatabaseAutoConfiguration.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.keys.Handle;

/** A switch that is turned at one instance stops all of them within a second. */
class SwitchEverywhereTests {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final List<Instance> instances = new ArrayList<>();
  private final ConcurrentLinkedQueue<Long> calls = new ConcurrentLinkedQueue<>();

  /** An application context of its own, with its own worker and its own ledger. */
  private record Instance(ConfigurableApplicationContext context) {

    static Instance start(String database) {
      return new Instance(
          new SpringApplicationBuilder(Modules.class)
              .web(WebApplicationType.NONE)
              .properties(
                  "test.database=" + database,
                  "followmycase.demo-outbox=false",
                  "followmycase.delivery.invitations-per-minute=1000000")
              .run());
    }

    Post post() {
      return context.getBean(Post.class);
    }

    Switches switches() {
      return context.getBean(Switches.class);
    }

    ScriptedProvider provider() {
      return context.getBean(ScriptedProvider.class);
    }
  }

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan({
    "uk.followmycase.tenancy",
    "uk.followmycase.audit",
    "uk.followmycase.delivery"
  })
  @ComponentScan({"uk.followmycase.tenancy", "uk.followmycase.audit", "uk.followmycase.delivery"})
  private static final class Modules {}

  @BeforeEach
  void startTwo() {
    instances.add(Instance.start(""));
    instances.add(Instance.start(one().context().getBean(Name.class).value()));
    for (var instance : instances) {
      instance.provider().answers(this::counted);
    }
  }

  @AfterEach
  void stop() {
    instances.forEach(instance -> instance.context().close());
  }

  @Test
  void bothStopWithinASecondAndGoOnTogether() {
    queueUntil(() -> instances.stream().allMatch(it -> it.provider().ledger().size() > 20));
    turn(one(), true);
    var stopped = System.nanoTime();
    queueUntil(() -> System.nanoTime() > stopped + SOON.multipliedBy(2).toNanos());
    assertThat(calls).allMatch(call -> call < stopped + SOON.toNanos());
    assertThat(one().post().heads()).isPositive();

    turn(two(), false);
    await().atMost(Duration.ofSeconds(30)).until(() -> one().post().heads() == 0);
    assertThat(instances.stream().flatMap(it -> it.provider().texts().stream()).toList())
        .doesNotHaveDuplicates()
        .hasSize(one().post().look("select count(*) from police.notice", Integer.class));
  }

  private Instance one() {
    return instances.getFirst();
  }

  private Instance two() {
    return instances.getLast();
  }

  private void turn(Instance at, boolean off) {
    var wish =
        new Turn(Switch.NOTICES, off, Handle.rowId(), "Jo Bright", "They say too much", Turn.SOON);
    at.post().in(at.post().one(), () -> at.switches().turn(wish, false));
  }

  /** Both go on queueing, whatever is switched off. */
  private void queueUntil(BooleanSupplier enough) {
    while (!enough.getAsBoolean()) {
      for (var instance : instances) {
        var text = UUID.randomUUID().toString();
        instance.post().queued(instance.post().one(), Kind.UPDATE, text);
      }
    }
  }

  private Handover counted(Parcel parcel) {
    calls.add(System.nanoTime());
    return ScriptedProvider.accept(parcel);
  }
}
