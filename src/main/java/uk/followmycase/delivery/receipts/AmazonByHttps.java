package uk.followmycase.delivery.receipts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** By HTTPS, whose certificates are checked, without following anybody elsewhere. */
@Component
class AmazonByHttps implements Amazon, DisposableBean {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();

  @Override
  public byte[] get(URI address) throws IOException {
    try {
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      var response = http.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("Amazon answered " + response.statusCode());
        }
        return body.readNBytes(MOST);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", stopping);
    }
  }

  @Override
  public void destroy() {
    http.close();
  }
}
