package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.followmycase.support.HtmlCheck;
import uk.followmycase.support.WholeProductTest;

/** What somebody sees and does in a browser of their own. */
final class Screen implements AutoCloseable {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String ELSEWHERE = "https://www.bbc.co.uk/**";
  private static final Pattern TELLING =
      Pattern.compile("(?i)police|heddlu|crime|trosedd|victim|dioddef|valley|humberside|wales");

  /** A page of a PDF, as Chromium writes it; all of them together are Pages. */
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  private final BrowserContext profile;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private @Nullable Response sent;

  private Screen(BrowserContext profile) {
    this.profile = profile;
    this.page = profile.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().matches(".*status of 40[04] .*")) {
            complaints.add(message.text());
          }
        });
    page.onResponse(
        response -> {
          if (response.request().isNavigationRequest() && response.status() / 100 != 3) {
            sent = response;
          }
        });
    profile.route(
        ELSEWHERE,
        route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody("rain")));
  }

  /** Somebody who reads a language. */
  static Screen in(String language) {
    return new Screen(Chromium.fresh(options(language)));
  }

  /** Somebody whose browser runs no scripts. */
  static Screen withoutScripts() {
    return new Screen(Chromium.fresh(options("en").setJavaScriptEnabled(false)));
  }

  private static Browser.NewContextOptions options(String language) {
    return new Browser.NewContextOptions().setLocale(language + "-GB").setViewportSize(390, 844);
  }

  /** The browser's own page. */
  Page page() {
    return page;
  }

  /** Goes to an address. */
  Screen open(String host, String path) {
    page.navigate("http://" + host + ":" + WholeProductTest.PORT + path);
    return this;
  }

  /** Goes to an address that is refused there. */
  Screen refusedAt(String host, String path) {
    return open(host, path).refused();
  }

  /** What was just done was refused. */
  Screen refused() {
    assertThat(complaints).isNotEmpty().allMatch(complaint -> complaint.contains("status of 403"));
    complaints.clear();
    return this;
  }

  /** Presses what a selector finds first. */
  Screen press(String selector) {
    page.locator(selector).first().click();
    page.waitForLoadState();
    return this;
  }

  /** Types into a field. */
  Screen type(String selector, String text) {
    page.fill(selector, text);
    return this;
  }

  /** All words of the main part. */
  String words() {
    return page.innerText("main");
  }

  /**
   * Looks at the page closely: its title, its HTML, every rule of axe, and a small phone. With
   * {@code -Dpictures=true} pictures of it are left in {@code target/screenshots}.
   */
  Screen look(String name) {
    var language = page.getAttribute("html", "lang");
    assertThat(page.title()).isNotBlank().doesNotContainPattern(TELLING);
    assertThat(axe().analyze().getViolations()).as(name + " in " + language).isEmpty();
    assertThat(HtmlCheck.faults(Objects.requireNonNull(sent).text())).as(name).isEmpty();
    fits(name, 320);
    if (Boolean.getBoolean("pictures")) {
      picture(name, language, 320, 640);
      picture(name, language, 1280, 900);
      picture(name, language, 390, 844);
    }
    page.setViewportSize(390, 844);
    assertThat(complaints).as(name).isEmpty();
    return this;
  }

  /** GOV.UK puts its second link past everything outside of landmarks, as the first. */
  private AxeBuilder axe() {
    return new AxeBuilder(page)
        .setLegacyMode(true)
        .withTags(RULES)
        .exclude(".govuk-js-exit-this-page-skiplink");
  }

  private void fits(String name, int width) {
    page.setViewportSize(width, 640);
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as(name + " fits into " + width)
        .isEqualTo(true);
  }

  private void picture(String name, String language, int width, int height) {
    page.setViewportSize(width, height);
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png")));
  }

  /** All words that a printer would put on paper, and how many sheets it would take. */
  Printed printed(String name) {
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    var words = page.innerText("body");
    if (Boolean.getBoolean("pictures")) {
      picture(name + "-printed", page.getAttribute("html", "lang"), 794, 1123);
    }
    var pdf = new String(page.pdf(), StandardCharsets.ISO_8859_1);
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
    return new Printed(words, (int) SHEET.matcher(pdf).results().count());
  }

  /** What comes out of a printer. */
  record Printed(String words, int sheets) {}

  /** Tabs on until something has the focus, as somebody without a mouse does. */
  Screen tabTo(String selector) {
    for (var i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return this;
      }
    }
    throw new AssertionError("Nothing by tabbing: " + selector);
  }

  /** Presses a key. */
  Screen key(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Waits until the page listens for what GOV.UK's components do. */
  Screen listens() {
    page.waitForSelector("[data-govuk-exit-this-page-init]");
    return this;
  }

  /** Presses Enter where the focus is, and waits for the page that it leads to. */
  Screen enter() {
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    return this;
  }

  /** Types where the focus is. */
  Screen keys(String text) {
    page.keyboard().type(text);
    return this;
  }

  @Override
  public void close() {
    profile.close();
  }
}
