package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.Forces;

/** A worker that has no room for what is due. */
@DeliveryTest
class FullWorkerTests {

  private static final DeliverySettings NO_ROOM =
      new Binder(new MapConfigurationPropertySource(Map.of("in-flight", "0", "poll", "20ms")))
          .bindOrCreate("", DeliverySettings.class);

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired WorkerFactory workers;
  @Autowired Forces forces;
  @Autowired DueHeads heads;
  @Autowired LostHeads lost;
  @Autowired Brakes brakes;
  @Autowired Wake wake;

  private final Threads threads = new Threads();

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @AfterEach
  void done() {
    threads.stop();
  }

  @Test
  void stillClearsUpAfterOneThatDied() {
    var code = post.queued(post.one(), Kind.CODE, "said, or not");
    var invitation = post.queued(post.two(), Kind.INVITATION, "said, or not");
    var waiting = post.queued(post.one(), Kind.INVITATION, "not begun");
    var dead = crew.hand();
    var leases = dead.claim(10).stream().filter(it -> !it.notice().equals(waiting.id())).toList();
    assertThat(dead.prepareAndBeLost(leases)).hasSize(2);
    post.asSuperuser("update plumbing.outbox_worker set alive_until = now() - interval '1 second'");
    var full = full();
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                assertThat(post.attempts(code)).containsExactly("UNKNOWN");
                assertThat(post.attempts(invitation)).containsExactly("UNKNOWN");
              });
    } finally {
      full.stop();
    }
    assertThat(post.state(code)).isEqualTo("UNKNOWN");
    assertThat(post.state(invitation)).isEqualTo("WAITING");
    assertThat(provider.ledger()).isEmpty();
  }

  @Test
  void takesNothingFromThoseThatLive() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(crew.hand().claim(10)).hasSize(1);
    var other = crew.hand();
    assertThat(lost.claim(other.number(), List.of(post.one()), 10)).isEmpty();
    post.asSuperuser("update plumbing.outbox_worker set alive_until = now() - interval '1 second'");
    assertThat(lost.claim(other.number(), List.of(post.one()), 10)).as("itself dead").isEmpty();
    var alive = crew.hand().number();
    assertThat(lost.claim(alive, List.of(post.two()), 10)).as("of another force").isEmpty();
    assertThat(lost.claim(alive, List.of(post.one()), 10))
        .singleElement()
        .matches(Lease::takenOver);
    assertThat(lost.claim(alive, List.of(post.one()), 10)).as("twice").isEmpty();
  }

  private Dispatcher full() {
    var round = workers.round(threads);
    var identity = workers.identity();
    var full = new Dispatcher(forces, heads, lost, identity, brakes, round, wake, threads, NO_ROOM);
    threads.calls().execute(full);
    return full;
  }
}
