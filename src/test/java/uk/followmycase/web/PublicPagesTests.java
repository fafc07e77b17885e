package uk.followmycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.support.Browser;
import uk.followmycase.support.WholeProductTest;

/** What everybody can see, over the wire. */
@WholeProductTest
class PublicPagesTests {

  private static final String FORCE = "north-wales.localhost";
  private static final String SIGN_IN = "sign-in.localhost";
  private static final String LANDING = "localhost";

  private static final List<String> OF_FORCE =
      List.of("/", "/rights", "/support", "/safety", "/accessibility", "/cookies", "/signed-out");

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
  private static final Pattern TELLING =
      Pattern.compile("(?i)police|heddlu|crime|trosedd|victim|dioddef|case|achos|wales|cymru");
  private static final Pattern INLINE =
      Pattern.compile("(?i)<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:");
  private static final Pattern LOADED =
      Pattern.compile("(?:src|<link rel=\"(?:stylesheet|icon)\" href|data-frontend)=\"([^\"]*)\"");

  private final Browser browser = new Browser(WholeProductTest.PORT);

  static Stream<String> pagesOfForce() {
    return OF_FORCE.stream();
  }

  @ParameterizedTest
  @MethodSource("pagesOfForce")
  void everyPageStandsInBothLanguages(String path) {
    var english = browser.get(FORCE, path);
    var welsh = browser.get(FORCE, path, "Accept-Language", "cy");
    assertThat(english.status()).isEqualTo(200);
    assertThat(english.body()).contains("<html lang=\"en\"").contains("North Wales Police");
    assertThat(welsh.status()).isEqualTo(200);
    assertThat(welsh.body()).contains("<html lang=\"cy\"").contains("Heddlu Gogledd Cymru");
  }

  @ParameterizedTest
  @MethodSource("pagesOfForce")
  void theBrowsersHistoryTellsNothing(String path) {
    for (var language : List.of("en", "cy")) {
      var title = TITLE.matcher(browser.get(FORCE, path, "Accept-Language", language).body());
      assertThat(title.find()).isTrue();
      assertThat(title.group(1)).isNotBlank().doesNotContainPattern(TELLING);
    }
  }

  @ParameterizedTest
  @MethodSource("pagesOfForce")
  void everyPageCanBeLeftInAHurry(String path) {
    var body = browser.get(FORCE, path).body();
    assertThat(body)
        .containsPattern("class=\"govuk-skip-link\"[^>]*>[^<]+</a>\\s*<a href=\"/exit\"")
        .contains("govuk-exit-this-page__button");
    assertThat(body.indexOf("govuk-exit-this-page__button")).isLessThan(body.indexOf("<main"));
  }

  @ParameterizedTest
  @MethodSource("pagesOfForce")
  void nothingIsWrittenIntoAPageThatItsPolicyForbids(String path) {
    var page = browser.get(FORCE, path);
    assertThat(page.body()).doesNotContainPattern(INLINE);
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Length"))
        .isEqualTo(
            Integer.toString(page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    assertThat(page.header("Cache-Control")).contains("no-store");
  }

  @Test
  void whatAPageLoadsMayBeKeptForEver() {
    var loaded = LOADED.matcher(browser.get(FORCE, "/").body()).results().toList();
    assertThat(loaded).hasSize(6);
    for (var one : loaded) {
      var answer = browser.get(FORCE, one.group(1));
      assertThat(answer.status()).as(one.group(1)).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
      assertThat(one.group(1)).containsPattern("[0-9a-f]{16}");
    }
  }

  @Test
  void neitherTheTypefaceNorTheCrestOfTheGovernmentIsServed() {
    var sheet =
        LOADED
            .matcher(browser.get(FORCE, "/").body())
            .results()
            .map(found -> found.group(1))
            .filter(address -> address.contains("govuk-frontend") && address.endsWith(".css"))
            .findFirst()
            .orElseThrow();
    assertThat(browser.get(FORCE, sheet).body())
        .contains(".govuk-button")
        .doesNotContain("GDS Transport", "@font-face", "crest");
    for (var path :
        List.of(
            "/assets/fonts/light-94a07e06a1-v2.woff2",
            "/assets/assets/fonts/light-94a07e06a1-v2.woff2",
            "/assets/images/govuk-crest.svg",
            "/assets/all.mjs",
            "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg")) {
      assertThat(browser.get(FORCE, path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void eachForceWearsItsOwnColours() {
    assertThat(colours(FORCE)).isNotEqualTo(colours("humberside.localhost"));
    assertThat(colours(FORCE)).contains("--header:#");
  }

  @Test
  void anOldAddressOfColoursIsNotKept() {
    var answer = browser.get(FORCE, "/brand/0123456789abcdef.css");
    assertThat(answer.body()).isEqualTo(colours(FORCE));
    assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
  }

  private String colours(String host) {
    var sheet = Pattern.compile("/brand/[0-9a-f]+\\.css").matcher(browser.get(host, "/").body());
    assertThat(sheet.find()).isTrue();
    return browser.get(host, sheet.group()).body();
  }

  @Test
  void aPageStandsOnItsOwnSiteOnly() {
    for (var path : List.of("/rights", "/support", "/safety", "/brand/0123456789abcdef.css")) {
      assertThat(browser.get(LANDING, path).status()).as(path).isEqualTo(404);
    }
    assertThat(browser.get(FORCE, "/sign-in").status()).isEqualTo(404);
    assertThat(browser.get(FORCE, "/outbox").status()).isEqualTo(404);
    assertThat(browser.get(SIGN_IN, "/rights").status()).isEqualTo(404);
  }

  @Test
  void theLandingPageLeadsToEveryForce() {
    assertThat(browser.get(LANDING, "/").body())
        .contains("http://north-wales.localhost:" + WholeProductTest.PORT + "/")
        .contains("http://humberside.localhost:" + WholeProductTest.PORT + "/")
        .contains("http://thames-valley.localhost:" + WholeProductTest.PORT + "/")
        .doesNotContain("govuk-exit-this-page");
  }

  @Test
  void anUnknownPageIsAnsweredInTheForcesBrandAndTheReadersLanguage() {
    var page = browser.get(FORCE, "/no-such-page", "Accept-Language", "cy", "Accept", "text/html");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body())
        .contains("<html lang=\"cy\"")
        .contains("Heddlu Gogledd Cymru")
        .contains("/brand/")
        .contains("Ni allwn ddod o hyd i’r dudalen hon");
  }

  @Test
  void whatSomebodyAsksForIsNeverWrittenBackAsMarkup() {
    assertThat(browser.get(FORCE, "/%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("<script>alert");
    assertThat(browser.get(FORCE, "/invitation/%22%3E%3Cb%3E").body()).doesNotContain("\"><b>");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(browser.post(FORCE, "/language", Map.of("language", "cy")).status()).isEqualTo(403);
  }

  @Test
  void theLanguageIsKeptForThisHost() {
    var page = browser.get(FORCE, "/rights");
    var answer = choose("cy", "/rights", page);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/rights");
    assertThat(answer.cookies())
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-language=cy")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain"));
    assertThat(browser.get(FORCE, "/rights").body()).contains("<html lang=\"cy\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/%2f/evil.example",
        "/..//evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        ""
      })
  void theLanguageButtonNeverLeadsAway(String back) {
    var answer = choose("cy", back, browser.get(FORCE, "/"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("x="));
  }

  private Browser.Page choose(String language, String back, Browser.Page page) {
    var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    return browser.post(
        FORCE, "/language", Map.of("language", language, "back", back, "_csrf", token.group(1)));
  }
}
