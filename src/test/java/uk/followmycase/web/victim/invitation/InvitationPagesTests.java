package uk.followmycase.web.victim.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Post;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.Visitor;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.keys.Digests;

/** Links, proofs and terms, page by page. */
@WholeProductTest
class InvitationPagesTests {

  private static final String HOST = Place.OXFORD.host();
  private static final String CODE = "/invitation/code";
  private static final String PROVE = "/invitation/prove";
  private static final String TERMS = "/invitation/terms";
  private static final Pattern ACTION = Pattern.compile("action=\"(/invitation[^\"]*)\"");
  private static final Pattern HREF = Pattern.compile("href=\"(/invitation[^\"]*)\"");

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private final Browser browser = new Browser(WholeProductTest.PORT);
  private Post post;
  private Somebody sian;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = new Post(outbox);
    sian = Somebody.withTwoContacts("en");
  }

  @Test
  void thePageBehindALinkIsTheSameForEveryLink() {
    var good = link();
    var unknown = "/invitation/" + Digests.token();
    assertThat(neutral(browser.get(HOST, good), good))
        .isEqualTo(neutral(browser.get(HOST, unknown), unknown));
  }

  @Test
  void unknownUsedAndTooOldLinksLookAlike() {
    var used = link();
    refused(browser, used);
    var old = Somebody.withTwoContacts("en");
    old.reportsBurglary(Place.OXFORD, product);
    var oldLink = "/invitation/" + post.token(old.email());
    clock.advance(Duration.ofDays(15));
    var unknown = opened(browser, "/invitation/" + Digests.token());
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).contains("This link does not work");
    assertThat(neutral(opened(browser, used), used)).isEqualTo(neutral(unknown, ""));
    assertThat(neutral(opened(browser, oldLink), oldLink)).isEqualTo(neutral(unknown, ""));
  }

  @Test
  void looksAtALinkUseNothingUp() {
    var link = link();
    for (var i = 0; i < 3; i++) {
      new Browser(WholeProductTest.PORT).get(HOST, link);
      new Browser(WholeProductTest.PORT).ask("HEAD", HOST, link);
    }
    assertThat(opened(browser, link).header("Location")).isEqualTo(PROVE);
  }

  @Test
  void aProgramThatTriesEveryLinkAndFormEndsNothing() {
    var link = link();
    tryEverything(new Browser(WholeProductTest.PORT), link);
    assertThat(opened(browser, link).header("Location")).isEqualTo(PROVE);
  }

  private static void tryEverything(Browser program, String link) {
    var seen = new HashSet<String>();
    var todo = new ArrayDeque<Page>();
    todo.add(program.get(HOST, link));
    while (!todo.isEmpty()) {
      var page = todo.remove();
      ACTION
          .matcher(page.body())
          .results()
          .map(found -> found.group(1))
          .filter(seen::add)
          .forEach(action -> todo.add(program.follow(Form.on(page, action).send(program))));
      HREF.matcher(page.body())
          .results()
          .map(found -> found.group(1))
          .filter(seen::add)
          .forEach(address -> todo.add(program.follow(program.get(HOST, address))));
    }
    assertThat(seen).contains("/invitation", CODE, PROVE, "/invitation/not-me");
  }

  @Test
  void withoutAProofNothingFollows() {
    browser.follow(opened(browser, link()));
    assertThat(browser.get(HOST, TERMS).header("Location")).isEqualTo(PROVE);
    assertThat(new Browser(WholeProductTest.PORT).get(HOST, PROVE).header("Location"))
        .isEqualTo("/invitation/again");
  }

  @Test
  void whoeverIsAwayForAWhileOpensTheLinkAgain() {
    var link = link();
    var sent = Form.on(browser.follow(opened(browser, link)), CODE).send(browser);
    var code = post.code(sian.phone());
    clock.advance(Duration.ofMinutes(16));
    var late = browser.follow(proved(sent, code));
    assertThat(late.body()).contains("Please open your invitation again");
    assertThat(opened(browser, link).header("Location")).isEqualTo(PROVE);
  }

  @Test
  void whatEndsWhileSomebodyReadsIsGone() {
    var link = link();
    var prove = browser.follow(opened(browser, link));
    refused(new Browser(WholeProductTest.PORT), link);
    assertThat(browser.follow(Form.on(prove, CODE).send(browser)).body())
        .contains("This link does not work");
  }

  @Test
  void wrongTriesKillTheCodeNeverTheLink() {
    var prove = browser.follow(opened(browser, link()));
    var sent = Form.on(prove, CODE).send(browser);
    var code = post.code(sian.phone());
    Page last = sent;
    for (var i = 0; i < 5; i++) {
      last = Form.on(sent, PROVE).send(browser, "code", other(code));
    }
    assertThat(last.body()).contains("That code does not work any more");
    assertThat(Form.on(sent, PROVE).send(browser, "code", code).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    Form.on(last, CODE).send(browser);
    assertThat(proved(sent, post.code(sian.phone())).header("Location")).isEqualTo(TERMS);
  }

  @Test
  void aCodeThatIsTooOldIsDead() {
    var sent = Form.on(browser.follow(opened(browser, link())), CODE).send(browser);
    var code = post.code(sian.phone());
    clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(proved(sent, code).body()).contains("That code does not work any more");
  }

  @Test
  void noCodeLeavesAtNight() {
    var link = link();
    clock.advance(Duration.ofHours(10));
    var prove = browser.follow(opened(browser, link));
    assertThat(Form.on(prove, CODE).send(browser).body())
        .contains("We do not send messages at night", "from 8am");
  }

  @Test
  void fiveCodesADayAreEnough() {
    var prove = browser.follow(opened(browser, link()));
    for (var i = 0; i < 5; i++) {
      assertThat(Form.on(prove, CODE).send(browser).body()).contains("We have sent a code");
      clock.advance(Duration.ofMinutes(11));
    }
    assertThat(Form.on(prove, CODE).send(browser).body())
        .contains("You can ask for a new one tomorrow");
  }

  @Test
  void aHandedOverCodeDiesAfterFiveTriesAndThePoliceAreTold() {
    var ali = Somebody.withOneContact("en");
    var reference = ali.reportsBurglary(Place.OXFORD, product);
    var prove = browser.follow(opened(browser, "/invitation/" + post.token(ali.email())));
    assertThat(prove.body()).contains("Code from the police").doesNotContain(CODE);
    ali.isHandedCode(Place.OXFORD, reference, product);
    Page last = prove;
    for (var i = 0; i < 5; i++) {
      last = proved(prove, "K4WM-7XRP-93H" + "LFWXY".charAt(i));
    }
    assertThat(last.body()).contains("Call us and we will give you a new one");
    var fresh = ali.isHandedCode(Place.OXFORD, reference, product);
    assertThat(proved(prove, fresh).header("Location")).isEqualTo(TERMS);
  }

  @Test
  void aProofIsGoodForAnHour() {
    var sent = Form.on(browser.follow(opened(browser, link())), CODE).send(browser);
    var terms = browser.follow(proved(sent, post.code(sian.phone())));
    for (var i = 0; i < 6; i++) {
      clock.advance(Duration.ofMinutes(10).plusSeconds(1));
      assertThat(browser.get(HOST, TERMS).status()).isEqualTo(200);
    }
    var late = browser.follow(Form.on(terms, TERMS).send(browser));
    assertThat(late.body()).contains("Show us that it is you");
  }

  @Test
  void aTicketThatIsTooOldLeadsBack() {
    var sent = Form.on(browser.follow(opened(browser, link())), CODE).send(browser);
    var terms = browser.follow(proved(sent, post.code(sian.phone())));
    var details = Form.on(terms, TERMS).send(browser);
    assertThat(details.header("Referrer-Policy")).isEqualTo("strict-origin");
    clock.advance(Duration.ofMinutes(3));
    var form = Form.on(details, "http://sign-in.localhost:" + WholeProductTest.PORT + "/enter");
    var late =
        browser.post(
            "sign-in.localhost",
            "/enter",
            form.hidden(),
            "Origin",
            "http://" + HOST + ":" + WholeProductTest.PORT);
    assertThat(late.body())
        .contains("That took a little too long")
        .contains("http://" + HOST + ":" + WholeProductTest.PORT + TERMS);
    assertThat(Form.on(late, "/enter").send(browser, "language", "cy").body())
        .contains("<html lang=\"cy\"", WholeProductTest.PORT + TERMS);
  }

  @Test
  void aTicketFromElsewhereIsRefused() {
    var stolen = java.util.Map.of("ticket", Digests.token(), "force", "thames-valley");
    assertThat(
            browser
                .post("sign-in.localhost", "/enter", stolen, "Origin", "https://evil.example")
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoeverLeavesOnTheWayInIsForgottenBySignInToo() {
    var visitor = Visitor.at(HOST, product);
    var who = visitor.browser();
    assertThat(opened(who, link()).header("Location")).isEqualTo(PROVE);
    var away = who.hop(who.get(HOST, "/exit"));
    assertThat(away.host()).isEqualTo("sign-in.localhost");
    assertThat(away.header("Location")).isEqualTo("https://www.bbc.co.uk/weather");
    assertThat(who.follow(who.get(HOST, "/cases")).body()).contains("action=\"/sign-in\"");
  }

  private String link() {
    sian.reportsBurglary(Place.OXFORD, product);
    return "/invitation/" + post.token(sian.email());
  }

  private static Page opened(Browser who, String link) {
    return Form.on(who.get(HOST, link), "/invitation").send(who);
  }

  private Page proved(Page page, String code) {
    return Form.on(page, PROVE).send(browser, "code", code);
  }

  private static void refused(Browser who, String link) {
    assertThat(opened(who, link).header("Location")).isEqualTo(PROVE);
    var asked = who.get(HOST, "/invitation/not-me");
    Form.on(asked, "/invitation/not-me").send(who, "confirm", "yes");
  }

  private static String other(String code) {
    return (code.charAt(0) == '9' ? "8" : "9") + code.substring(1);
  }

  private static String neutral(Page page, String link) {
    var token = link.substring(link.lastIndexOf('/') + 1);
    var body = page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    return token.isEmpty() ? body : body.replace(token, "");
  }
}
