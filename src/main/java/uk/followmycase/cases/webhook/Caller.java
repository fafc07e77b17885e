package uk.followmycase.cases.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Calls forces' systems: at addresses that the internet knows and nowhere else, following nobody,
 * and never longer than allowed, however slowly the other side answers.
 */
@Component
class Caller implements DisposableBean {

  private static final int LONGEST_WAIT = 6;

  private final ClientHttpRequestFactory http;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
  private final Duration answerWithin;

  Caller(WebhookSettings settings) {
    this.answerWithin = settings.answerWithin();
    this.http =
        ClientHttpRequestFactoryBuilder.httpComponents()
            .withHttpClientCustomizer(Caller::plain)
            .build(
                HttpClientSettings.defaults()
                    .withConnectTimeout(settings.connectWithin())
                    .withReadTimeout(settings.answerWithin())
                    .withRedirects(HttpRedirects.DONT_FOLLOW)
                    .withInetAddressFilter(
                        settings.privateAddresses()
                            ? InetAddressFilter.all()
                            : InetAddressFilter.externalAddresses()));
  }

  /** The queue tries again, and remembers; the client does neither. */
  private static void plain(HttpClientBuilder client) {
    client.disableAutomaticRetries().disableCookieManagement().disableAuthCaching();
  }

  Answer call(URI url, Message message, String signature) {
    var call = threads.submit(() -> post(url, message, signature));
    try {
      return call.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stalled) {
      call.cancel(true);
      return new Answer.NotHeard("stalled", null);
    } catch (ExecutionException failed) {
      return new Answer.NotHeard(code(failed.getCause()), null);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      call.cancel(true);
      return new Answer.NotHeard("stopped", null);
    }
  }

  private Answer post(URI url, Message message, String signature) throws IOException {
    var request = http.createRequest(url, HttpMethod.POST);
    var headers = request.getHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set(HttpHeaders.USER_AGENT, "FollowMyCase");
    headers.set("webhook-id", message.id());
    headers.set("webhook-timestamp", message.timestamp());
    headers.set("webhook-signature", signature);
    request.getBody().write(message.body().getBytes(StandardCharsets.UTF_8));
    try (var response = request.execute()) {
      return answer(response);
    }
  }

  /** Only the status counts; nothing of the body is read. */
  private static Answer answer(ClientHttpResponse response) throws IOException {
    var status = response.getStatusCode();
    return status.is2xxSuccessful()
        ? new Answer.Heard()
        : new Answer.NotHeard("status-" + status.value(), wait(response.getHeaders()));
  }

  private static @Nullable Duration wait(HttpHeaders headers) {
    var asked = headers.getFirst(HttpHeaders.RETRY_AFTER);
    return asked != null && asked.length() <= LONGEST_WAIT && asked.matches("\\d+")
        ? Duration.ofSeconds(Long.parseLong(asked))
        : null;
  }

  private static String code(@Nullable Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof FilteredHostException) {
        return "address-refused";
      }
    }
    return failed instanceof IOException ? "unreachable" : "failed";
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
