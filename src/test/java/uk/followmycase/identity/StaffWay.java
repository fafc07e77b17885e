package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;

/** The way of somebody from a force's desk to a provider and back. */
record StaffWay(Browser browser, String desk) {

  static final String SIGN_IN = "sign-in.localhost";

  static StaffWay to(String forceHost, int port) {
    return new StaffWay(new Browser(port), "desk." + forceHost);
  }

  /** An officer of the force whose groups begin so. */
  static Map<String, Object> officer(String subject, String... groups) {
    return Map.of(
        "sub", subject, "name", "Sgt Alex Morgan", "collar", 4711, "groups", List.of(groups));
  }

  /** With one more claim. */
  static Map<String, Object> with(Map<String, Object> person, String claim, Object value) {
    var more = new HashMap<>(person);
    more.put(claim, value);
    return more;
  }

  /** Goes to the desk, and on until the provider is asked: its address with the question. */
  String ask(SomeProvider provider) {
    browser.follow(browser.get(desk, "/"));
    var away = browser.get(SIGN_IN, "/staff/to/" + provider.name());
    assertThat(away.status()).isEqualTo(303);
    assertThat(away.header("Location")).startsWith(provider.issuer() + "/authorize?");
    return away.header("Location");
  }

  /** Comes back from a provider. */
  Page back(SomeProvider provider, String query) {
    return browser.follow(browser.get(SIGN_IN, "/staff/back/" + provider.name() + "?" + query));
  }

  /** All of it. */
  Page signIn(SomeProvider provider, Map<String, Object> person) {
    return back(provider, provider.vouch(ask(provider), person));
  }

  boolean inside() {
    return browser.get(desk, "/").status() == 200;
  }
}
