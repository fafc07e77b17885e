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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
  private static final Duration A_MOMENT = Duration.ofSeconds(10);

  /** Calls of each that show that it is at work. */
  private static final int BUSY = 20;

  private static final List<Instance> INSTANCES = new ArrayList<>();
  private static final ConcurrentLinkedQueue<Long> CALLS = new ConcurrentLinkedQueue<>();

  /** What is stopped, of one force or all. */
  private record Stop(Switch what, boolean everywhere) {}

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

  @BeforeAll
  static void startTwo() {
    INSTANCES.add(Instance.start(""));
    INSTANCES.add(Instance.start(one().context().getBean(Name.class).value()));
    for (var instance : INSTANCES) {
      instance.provider().answers(SwitchEverywhereTests::counted);
    }
  }

  @AfterAll
  static void stop() {
    INSTANCES.forEach(instance -> instance.context().close());
  }

  /** A force, everything, a channel, a template and a kind. */
  static Stream<Arguments> stops() {
    return Stream.of(
        Arguments.of(Switch.NOTICES, false),
        Arguments.of(Switch.NOTICES, true),
        Arguments.of(Switch.TEXT, false),
        Arguments.of(Switch.UPDATE_TEXT, false),
        Arguments.of(Switch.UPDATE, true));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void bothStopWithinASecondAndGoOnTogether(Switch what, boolean everywhere) {
    var before = INSTANCES.stream().map(it -> it.provider().ledger().size()).toList();
    queueUntil(
        () ->
            IntStream.range(0, INSTANCES.size())
                .allMatch(n -> INSTANCES.get(n).provider().ledger().size() > before.get(n) + BUSY));
    var turned = System.nanoTime();
    turn(one(), new Stop(what, everywhere), true);
    queueUntil(() -> System.nanoTime() > turned + SOON.multipliedBy(2).toNanos());
    var last = CALLS.stream().mapToLong(call -> call).max().orElseThrow();
    System.out.printf(
        "%s%s: the last call left %d ms after the switch was touched%n",
        what, everywhere ? " of all forces" : "", Duration.ofNanos(last - turned).toMillis());
    assertThat(last).isLessThan(turned + SOON.toNanos());
    assertThat(one().post().heads()).isPositive();

    turn(two(), new Stop(what, everywhere), false);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(SwitchEverywhereTests::allLeft);
    assertThat(INSTANCES.stream().flatMap(it -> it.provider().texts().stream()).toList())
        .doesNotHaveDuplicates()
        .hasSize(one().post().look("select count(*) from police.notice", Integer.class));
  }

  /** What a worker had in its hands waits for a moment, more than once perhaps; clocks stand. */
  private static boolean allLeft() {
    INSTANCES.forEach(it -> it.context().getBean(StandingClock.class).forward(A_MOMENT));
    return one().post().heads() == 0;
  }

  private static Instance one() {
    return INSTANCES.getFirst();
  }

  private static Instance two() {
    return INSTANCES.getLast();
  }

  private static void turn(Instance at, Stop stop, boolean off) {
    var wish =
        new Turn(stop.what(), off, Handle.rowId(), "Jo Bright", "They say too much", Turn.SOON);
    if (stop.everywhere()) {
      at.switches().turnEverywhere(wish);
    } else {
      at.post().in(at.post().one(), () -> at.switches().turn(wish, false));
    }
  }

  /** Both go on queueing, whatever is switched off. */
  private static void queueUntil(BooleanSupplier enough) {
    while (!enough.getAsBoolean()) {
      for (var instance : INSTANCES) {
        var text = UUID.randomUUID().toString();
        instance.post().queued(instance.post().one(), Kind.UPDATE, text);
      }
    }
  }

  private static Handover counted(Parcel parcel) {
    CALLS.add(System.nanoTime());
    return ScriptedProvider.accept(parcel);
  }
}
