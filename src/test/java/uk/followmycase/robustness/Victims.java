package uk.followmycase.robustness;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;

/** People who open their invitation and ask for a code, once each. */
final class Victims implements AutoCloseable {

  private static final Pattern LINK = Pattern.compile("https?://\\S*/invitation/([\\w-]+)");
  private static final String HOST = Town.FORCE + ".localhost";

  private final Instances instances;
  private final Ledger ledger;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> asked = new HashSet<>();
  private int answered;

  Victims(Instances instances, Ledger ledger) {
    this.instances = instances;
    this.ledger = ledger;
  }

  /** Has so many of those who got a link and never asked ask, all at once. */
  void ask(int most) {
    var next = links().entrySet().stream().filter(it -> asked.add(it.getKey())).limit(most);
    var asking = next.map(Map.Entry::getValue).map(it -> threads.submit(() -> ask(it))).toList();
    answered += (int) asking.stream().filter(Victims::sent).count();
  }

  /** How many were told that a code is on its way. */
  int answered() {
    return answered;
  }

  /**
   * The newest link of each who follows nothing yet: a notice that is sent again makes its older
   * ones worthless.
   */
  private Map<String, String> links() {
    var links = new LinkedHashMap<String, String>();
    for (var taken : ledger.all()) {
      var link = LINK.matcher(taken.text());
      if (taken.to().startsWith("victim-") && link.find()) {
        links.put(taken.to(), link.group(1));
      }
    }
    return links;
  }

  private boolean ask(String token) {
    var all = instances.running();
    var browser = new Browser(all.get(ThreadLocalRandom.current().nextInt(all.size())).port());
    var page = browser.get(HOST, "/invitation/" + token);
    var proving = browser.follow(Form.on(page, "/invitation").send(browser, "token", token));
    return Form.on(proving, "/invitation/code").send(browser).status() == 200;
  }

  /** Whoever asks at a bad moment has to live with it. */
  private static boolean sent(Future<Boolean> asking) {
    try {
      return asking.get(30, TimeUnit.SECONDS);
    } catch (Exception cutOff) {
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
