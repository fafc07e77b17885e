package uk.followmycase.robustness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;

/** From an invitation to the case, by the pages, with what a provider took. */
final class SigningUp {

  private static final Pattern LINK = Pattern.compile("https?://\\S*/invitation/([\\w-]+)");
  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) ?(\\d{4})\\b");
  private static final String SIGN_IN = "sign-in.localhost";

  private final int port;
  private final Ledger ledger;

  SigningUp(int port, Ledger ledger) {
    this.port = port;
    this.ledger = ledger;
  }

  void signUp(Reader who) {
    var host = who.place.host();
    var browser = new Browser(port);
    var invitation = browser.get(host, "/invitation/" + arrived(who.email, LINK));
    var proving = browser.follow(Form.on(invitation, "/invitation").send(browser));
    var sent = Form.on(proving, "/invitation/code").send(browser);
    var code = arrived(who.phone(), CODE);
    var proved = Form.on(sent, "/invitation/prove").send(browser, "code", code);
    var details = Form.on(browser.follow(proved), "/invitation/terms").send(browser);
    var ticket = Form.on(details, "http://" + SIGN_IN + ":" + port + "/enter").hidden();
    var origin = "http://" + host + ":" + port;
    var inside = browser.follow(browser.post(SIGN_IN, "/enter", ticket, "Origin", origin));
    if (inside.status() != 200 || !inside.host().equals(host)) {
      throw new IllegalStateException(who + " is not in: " + inside);
    }
  }

  private String arrived(String to, Pattern what) {
    return await(to)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> found(to, what), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> found(String to, Pattern what) {
    return ledger.all().stream()
        .filter(it -> it.to().equals(to))
        .map(it -> what.matcher(it.text()))
        .filter(it -> it.find())
        .map(it -> it.groupCount() == 1 ? it.group(1) : it.group(1) + it.group(2))
        .findFirst();
  }
}
