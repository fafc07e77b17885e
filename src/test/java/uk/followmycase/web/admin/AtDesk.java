package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.WholeProductTest;

/** One of the demonstration's people at a workplace of theirs. */
record AtDesk(Browser browser, String host) {

  private static final String SIGN_IN = "sign-in.localhost";

  static AtDesk signedIn(String host, String person) {
    var at = new AtDesk(new Browser(WholeProductTest.PORT), host);
    at.browser.follow(at.get("/"));
    var form = Form.on(at.browser.get(SIGN_IN, "/staff"), "/staff/built-in");
    var shown = at.browser.follow(form.send(at.browser, "person", person));
    assertThat(shown.host()).isEqualTo(host);
    return at;
  }

  Page get(String path) {
    return browser.get(host, path);
  }

  /** Goes there and wherever it leads. */
  Page go(String path) {
    return browser.follow(get(path));
  }

  /** Sends a form with the page's own token, and goes where it leads. */
  Page send(String path, Map<String, String> fields) {
    return browser.follow(post(path, fields));
  }

  Page post(String path, Map<String, String> fields) {
    var all = new HashMap<>(Form.on(get("/cookies"), "/language").hidden());
    all.putAll(fields);
    return browser.post(host, path, all);
  }
}
