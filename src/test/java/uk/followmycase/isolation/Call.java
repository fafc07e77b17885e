package uk.followmycase.isolation;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.RecordsSystem;

/**
 * A route called with everything that belongs to somebody.
 *
 * @param of whose the values are
 * @param version of the case, where one is put
 */
record Call(Route route, Tenant of, int version) {

  /** As a person's browser asks. */
  String by(Browser browser, String host) {
    var form = route.isRead() ? Map.<String, String>of() : form(browser, host);
    var page = page(browser, host, form);
    return page.status() + " " + page.header("Location") + "\n" + page.body();
  }

  private Page page(Browser browser, String host, Map<String, String> form) {
    return switch (route.method()) {
      case "GET" -> browser.get(host, path());
      case "POST" -> browser.post(host, path(), form);
      default -> browser.ask(route.method(), host, path());
    };
  }

  /** The same by a stranger: whoever shows the link where it belongs is none. */
  Call withoutLink() {
    return route.isRead() ? this : new Call(route, of.withoutLink(), version);
  }

  /** As a records system calls. */
  String by(RecordsSystem caller) {
    var answer =
        route.isRead()
            ? caller.get(path())
            : caller.send(route.method(), path(), type(), BodyPublishers.ofString(body()));
    return answer.status() + " " + answer.body();
  }

  String path() {
    var reference = URLEncoder.encode(of.told().reference(), StandardCharsets.UTF_8);
    var path =
        route
            .path()
            .replace("{handle}", of.handle())
            .replace("{task}", of.task())
            .replace("{slug}", of.force().slug())
            .replace("{where}", of.force().slug())
            .replace("{what}", "notices.text")
            .replace("{token}", of.link())
            .replace("**", "some/thing")
            .replaceAll("\\{[^}]*}", "any");
    return route.isRead() ? path + "?reference=" + reference : path;
  }

  private Map<String, String> form(Browser browser, String host) {
    var form = new HashMap<String, String>();
    route.fields().forEach(field -> form.put(field, value(field)));
    var page = browser.get(host, "/cookies");
    if (page.body().contains("action=\"/language\"")) {
      form.putAll(Form.on(page, "/language").hidden());
    }
    return form;
  }

  private String value(String field) {
    return switch (field) {
      case "token", "ticket" -> of.link();
      case "code", "first", "second" -> "12345678";
      case "confirm" -> "yes";
      case "language" -> "en";
      case "back" -> "/cases/" + of.handle();
      case "force" -> of.force().slug();
      case "choice" -> "add";
      case "person" -> of.handle();
      case "reference" -> of.told().reference();
      case "email" -> of.told().email().value();
      case "name" -> "Somebody else";
      case "phone" -> "07700 900199";
      case "mobile" -> of.told().phone().value();
      case "grant_type" -> "client_credentials";
      case "client_id" -> of.force().slug() + "-isolation";
      case "client_secret" -> "unknown";
      case "check" -> "document";
      case "reason" -> "A reason that is long enough to be one";
      case "kind" -> "email";
      case "by" -> "reference";
      case "text" -> of.told().reference();
      case "collar", "officer" -> "4711";
      case "conflict", "cover", "notice" -> of.handle();
      case "day", "month" -> "1";
      case "year" -> "2030";
      case "as" -> "card";
      case "version" -> "1";
      case "answer" -> "told-in-person";
      case "note", "second-note", "suspend-why", "withdraw-why" -> "A note";
      case "decision" -> "approve";
      case "role" -> "officer";
      case "to" -> "off";
      case "channel-email" -> "yes";
      case "seen", "once" -> of.handle();
      default -> throw new IllegalArgumentException("Say here what belongs into " + field);
    };
  }

  private String task(int seen, String more) {
    return "{\"officer\": \"%s\", \"version\": %d%s}".formatted(of.told().collar(), seen, more);
  }

  private String type() {
    return route.path().endsWith("/stream") ? "application/x-ndjson" : "application/json";
  }

  private String body() {
    var told = of.told();
    var more = told.update("U-" + version);
    var gone =
        "{\"reference\": \"%s\", \"updateId\": \"U-%d\"}".formatted(told.reference(), version);
    return switch (route.path()) {
      case "/api/v1/tasks/{task}/take" -> task(1, "");
      case "/api/v1/tasks/{task}/release" -> task(2, "");
      case "/api/v1/tasks/{task}/answer" -> task(3, ", \"answer\": \"told-by-letter\"");
      case "/api/v1/case" -> told.body(version);
      case "/api/v1/updates" -> more;
      case "/api/v1/updates/withdrawal" -> gone;
      case "/api/v1/stream" -> "{\"update\": %s}\n{\"withdrawal\": %s}\n".formatted(more, gone);
      case "/api/v1/cases/people/hand-over-code" -> of.invited().person();
      default -> throw new IllegalArgumentException("Say here how to call " + route);
    };
  }
}
