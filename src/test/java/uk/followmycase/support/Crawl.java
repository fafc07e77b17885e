package uk.followmycase.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import uk.followmycase.support.Browser.Page;

/**
 * Goes wherever the links of a host lead, and looks whether what is there is HTML. Of pages of a
 * kind (one address but for the names of cases, people and tasks in it) a few are enough.
 *
 * @param language asked for, where no other was chosen
 */
public record Crawl(Browser browser, String host, String language) {

  private static final int OF_A_KIND = 4;
  private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"(/[^\"#]*)");
  private static final Pattern NAMES = Pattern.compile("[\\w-]{22}(?![\\w-])|\\d+");

  /** Addresses of all pages found, those to start from among them. */
  public List<String> from(List<String> starts) {
    var found = new LinkedHashMap<String, Page>();
    var kinds = new HashMap<String, Integer>();
    var next = new ArrayDeque<>(starts);
    while (!next.isEmpty()) {
      var path = next.removeFirst();
      if (!found.containsKey(path)
          && kinds.merge(NAMES.matcher(path).replaceAll("x"), 1, Integer::sum) <= OF_A_KIND) {
        var page = browser.get(host, path, "Accept-Language", language);
        if (page.header("Content-Type").startsWith("text/html")) {
          found.put(path, page);
          next.addAll(links(page));
        }
      }
    }
    var faults = new LinkedHashMap<String, List<String>>();
    found.forEach((path, page) -> faults.put(path, HtmlCheck.faults(page.body())));
    faults.values().removeIf(List::isEmpty);
    assertThat(faults).as("HTML at " + host + " in " + language).isEqualTo(Map.of());
    return List.copyOf(found.keySet());
  }

  /** Where links lead, but for the one that ends the session. */
  private static List<String> links(Page page) {
    return LINK.matcher(page.body())
        .results()
        .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
        .filter(path -> !path.equals("/exit") && !path.startsWith("//"))
        .toList();
  }
}
