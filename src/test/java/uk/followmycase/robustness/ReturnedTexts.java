package uk.followmycase.robustness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import uk.followmycase.robustness.Ledger.Taken;

/**
 * Tells the product of texts that a provider took and could not deliver, again and again until
 * somebody hears it.
 */
final class ReturnedTexts implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Instances instances;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger untold = new AtomicInteger();

  ReturnedTexts(Instances instances) {
    this.instances = instances;
  }

  void cameBack(String force, Taken taken) {
    untold.incrementAndGet();
    threads.execute(() -> tell(force, taken));
  }

  /** Whether everything was heard. */
  boolean told() {
    return untold.get() == 0;
  }

  private void tell(String force, Taken taken) {
    do {
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(50, 400)));
    } while (!Thread.currentThread().isInterrupted() && !heard(force, taken));
    untold.decrementAndGet();
  }

  private boolean heard(String force, Taken taken) {
    var all = instances.running();
    if (all.isEmpty()) {
      return false;
    }
    var port = all.get(ThreadLocalRandom.current().nextInt(all.size())).port();
    try {
      return HTTP.send(request(port, force, taken), BodyHandlers.discarding()).statusCode() == 204;
    } catch (IOException nobodyThere) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpRequest request(int port, String force, Taken taken) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/receipts/notify/" + force))
        .header("Host", "api.localhost:8080")
        .header("Authorization", "Bearer " + Instances.CALLBACK)
        .timeout(PATIENCE)
        .POST(
            BodyPublishers.ofString(
                """
                {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s", "to": "%s",
                 "status": "permanent-failure", "created_at": "2026-05-02T00:54:06.655Z",
                 "completed_at": "2026-05-02T00:55:06.655Z", "notification_type": "sms"}
                """
                    .formatted(taken.reference(), taken.to())))
        .build();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
