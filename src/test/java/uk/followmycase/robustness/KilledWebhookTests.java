package uk.followmycase.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import uk.followmycase.support.RunningProduct;
import uk.followmycase.tenancy.keys.Handle;

/** A force's system hears of every task, though the product is killed while it tells. */
class KilledWebhookTests {

  private static final String FORCE = "thames-valley";
  private static final String WELCOME = "ready. Ctrl-C stops it";
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);
  private static final int CASES = 30;
  private static final String FILE =
      """
      {"case":{"reference":"43269%06d","version":1,"kind":"crime","classification":"028/01","status":"Recorded",\
      "flags":["child"],"people":[{"id":"V","role":"victim","name":"Sam Sample","bornOn":"1990-02-01",\
      "contacts":[{"kind":"email","value":"held%d@example.com","safe":true}]}]}}""";

  @TempDir private Path home;
  private @Nullable RunningProduct product;

  @AfterEach
  void leaveNothingRunning() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void everyTaskIsToldThoughTheProductDiesWhileItTells() throws IOException {
    try (var listener = new Listener()) {
      var tenants = tenants(listener.url());
      start(tenants);
      await().atMost(HEARD_WITHIN).until(() -> waiting() == 0);

      listener.holds();
      var first = open(0);
      await().atMost(HEARD_WITHIN).until(() -> inTheAir(listener).size() >= 2);
      running().kill();
      var cutOff = inTheAir(listener);
      listener.hears();
      start(tenants);
      await().atMost(HEARD_WITHIN).until(() -> listener.tasks().containsAll(first));
      assertThat(listener.heard()).as("told again under the same id").containsAll(cutOff);

      var once = new AtomicBoolean();
      listener.hearsAnd(() -> dies(once));
      var second = open(CASES);
      await().atMost(HEARD_WITHIN).until(() -> !running().isRunning());
      listener.hears();
      start(tenants);
      await().atMost(HEARD_WITHIN).until(() -> listener.tasks().containsAll(second));
      await().atMost(HEARD_WITHIN).until(() -> waiting() == 0);
      assertThat(running().ask("select count(*) from police.task_event")).containsExactly("0");
    }
  }

  /** At the moment in which the answer is on its way back. */
  private void dies(AtomicBoolean once) {
    if (once.compareAndSet(false, true)) {
      running().kill();
    }
  }

  private static Set<String> inTheAir(Listener listener) {
    var all = listener.told().stream().map(Listener.Told::id).collect(Collectors.toSet());
    all.removeAll(listener.heard());
    return all;
  }

  /** Sends cases that need a person, until all are accepted: the tasks that they open. */
  private Set<String> open(int from) throws IOException {
    var before = tasks();
    var lines =
        IntStream.range(from, from + CASES).mapToObj(n -> FILE.formatted(920_000 + n, n)).toList();
    while (!sent(lines)) {
      if (!running().isRunning()) {
        break;
      }
    }
    var opened = new HashSet<>(tasks());
    opened.removeAll(before);
    assertThat(opened).hasSizeBetween(1, CASES);
    return opened;
  }

  private boolean sent(List<String> lines) throws IOException {
    try (var stream =
        new OpenStream(running().port(), running().token(FORCE + "-records"), lines)) {
      var answered = 0;
      for (var answer = stream.answer(); answer.isPresent(); answer = stream.answer()) {
        assertThat(answer.get()).containsAnyOf("\"accepted\"", "\"unchanged\"");
        answered++;
      }
      return answered == lines.size();
    } catch (IOException | RuntimeException killedMeanwhile) {
      return false;
    }
  }

  private Set<String> tasks() {
    return running().ask("select handle from police.task where kind = 'NEEDS_A_PERSON'").stream()
        .map(handle -> new Handle(UUID.fromString(handle)).toString())
        .collect(Collectors.toSet());
  }

  private int waiting() {
    return Integer.parseInt(
        running().ask("select count(*) from plumbing.task_event_head").getFirst());
  }

  private void start(Path tenants) {
    product =
        RunningProduct.start(
            home,
            "--followmycase.tenants=" + tenants,
            "--followmycase.secrets.hook=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "--followmycase.task-webhooks.private-addresses=true",
            "--followmycase.task-webhooks.lease=3s",
            "--followmycase.task-webhooks.poll=200ms");
    running().awaitLine(WELCOME);
  }

  private Path tenants(String url) throws IOException {
    var tenants = home.resolve("tenants");
    FileSystemUtils.copyRecursively(Path.of("tenants"), tenants);
    var file = tenants.resolve(FORCE).resolve("force.yaml");
    var webhook =
        """

        taskWebhook:
          url: %s
          keys: [{id: only, secret: "property:hook"}]
        """
            .formatted(url);
    Files.writeString(file, Files.readString(file) + webhook);
    return tenants;
  }

  private RunningProduct running() {
    return Objects.requireNonNull(product);
  }
}
