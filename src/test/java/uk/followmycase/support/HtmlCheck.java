package uk.followmycase.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Looks whether pages are HTML as it is written, by a checker that others wrote. */
public final class HtmlCheck {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final URI CHECKER =
      URI.create("http://127.0.0.1:" + NodeProgram.start("html.mjs").ports().getFirst());

  private HtmlCheck() {}

  /** What is wrong with a page, as the server sent it: line, column, rule, fault. */
  public static List<String> faults(String page) {
    try {
      var request = HttpRequest.newBuilder(CHECKER).POST(BodyPublishers.ofString(page)).build();
      var answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body().lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
