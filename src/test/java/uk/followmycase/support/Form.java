package uk.followmycase.support;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import uk.followmycase.support.Browser.Page;

/**
 * A form of a page, as a person without JavaScript fills it in.
 *
 * @param host it was served by
 * @param action where it goes
 * @param hidden what it carries along
 */
public record Form(String host, String action, Map<String, String> hidden) {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  /** The first form of a page with this action. */
  public static Form on(Page page, String action) {
    var start = page.body().indexOf("action=\"" + action + "\"");
    if (start < 0) {
      throw new IllegalArgumentException("No form to " + action + " on: " + page.body());
    }
    var inside = page.body().substring(start, page.body().indexOf("</form>", start));
    var hidden = new HashMap<String, String>();
    HIDDEN.matcher(inside).results().forEach(field -> hidden.put(field.group(1), field.group(2)));
    return new Form(page.host(), action, hidden);
  }

  /** Sends it with some more fields: names and values in turn. */
  public Page send(Browser browser, String... fields) {
    var all = new HashMap<>(hidden);
    for (var i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return browser.post(host, action, all);
  }
}
