package uk.followmycase.web.victim.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

/** Whose account an invitation is accepted for, on a phone that several people may use. */
@WholeProductTest
class ArrivedTests {

  private static final String HOST = Place.OXFORD.host();
  private static final String SIGN_IN = "sign-in.localhost";
  private static final String ORIGIN = "http://" + HOST + ":" + WholeProductTest.PORT;
  private static final String NOTHING = "There is nothing to show here at the moment";

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private Post post;
  private Somebody ali;
  private String reference;
  private String link;

  @BeforeEach
  void invited() {
    clock.advanceToNoon();
    post = new Post(outbox);
    ali = Somebody.withTwoContacts("en");
    reference = ali.reportsBurglary(Place.OXFORD, product);
    link = linkFor(ali);
  }

  @Test
  void whoeverIsNotAskedGetsNothingAdded() {
    var sian = Visitor.at(HOST, product).browser();
    agrees(sian, link);
    assertThat(cases(sian)).contains(NOTHING).doesNotContain(reference);
    clock.advance(Duration.ofMinutes(1));
    assertThat(cases(arrives(new Browser(WholeProductTest.PORT), "")))
        .as("the invitation is still good")
        .contains(reference);
  }

  @Test
  void whoeverIsAskedAndAddsItHasIt() {
    var sian = Visitor.at(HOST, product).browser();
    assertThat(cases(arrives(sian, "add"))).contains(reference);
  }

  /** Looking at the question in either language uses nothing up. */
  @Test
  void whoeverIsAskedMayReadTheQuestionInWelsh() {
    var sian = Visitor.at(HOST, product).browser();
    var asked = enters(sian, agrees(sian, link), "");
    var welsh = Form.on(asked, "/enter").send(sian, "language", "cy");
    assertThat(welsh.body())
        .contains("Rydych wedi mewngofnodi eisoes", "name=\"language\" value=\"en\"");
    var english = Form.on(welsh, "/enter").send(sian, "language", "en");
    assertThat(english.body()).contains("You are signed in already");
    sian.follow(Form.on(english, "/enter").send(sian, "language", "en", "choice", "add"));
    assertThat(cases(sian)).contains(reference);
  }

  @Test
  void whoeverIsSomebodyElseLeavesTheFirstWithNothing() {
    var sian = Visitor.at(HOST, product);
    arrives(sian.browser(), "fresh");
    assertThat(cases(sian.browser())).contains(reference);
    clock.advance(Duration.ofHours(1));
    assertThat(cases(sian.again(HOST, product).browser())).contains(NOTHING);
  }

  @Test
  void whoeverHasAnAccountAndSaysSoIsNotTakenForTheFirst() {
    arrives(new Browser(WholeProductTest.PORT), "");
    clock.advance(Duration.ofHours(1));
    ali.reportsBurglary(Place.OXFORD, product);
    var second = linkFor(ali);
    var sian = Visitor.at(HOST, product).browser();
    var codes = enters(sian, agrees(sian, second), "fresh");
    assertThat(sian.get(HOST, "/cases").header("Location")).contains("/oauth2/");
    assertThat(sian.follow(sian.get(HOST, "/cases")).body()).contains("action=\"/sign-in\"");
    assertThat(codes.header("Location")).isEqualTo("/sign-in/codes");
  }

  @Test
  void whatChangedMeanwhileIsSaidKindly() {
    var who = new Browser(WholeProductTest.PORT);
    var details = agrees(who, link);
    ali.isNamedByAnother(Place.OXFORD, product);
    var arrived = who.follow(enters(who, details, ""));
    assertThat(arrived.body())
        .contains("We cannot show this case yet", "You have not done anything wrong");
    assertThat(cases(who)).contains(NOTHING).doesNotContain(reference);
  }

  @Test
  void whoeverSignsInLaterOnTheSamePhoneGetsNothingAdded() {
    arrives(new Browser(WholeProductTest.PORT), "");
    clock.advance(Duration.ofHours(1));
    var another = ali.reportsBurglary(Place.OXFORD, product);
    var shared = new Browser(WholeProductTest.PORT);
    var codes = enters(shared, agrees(shared, linkFor(ali)), "");
    assertThat(codes.header("Location")).isEqualTo("/sign-in/codes");
    var sian = Visitor.at(HOST, product);
    clock.advance(Duration.ofMinutes(1));
    sian.on(shared, HOST, product);
    assertThat(cases(shared)).contains(NOTHING).doesNotContain(another);
  }

  @Test
  void onceAStrictCaseIsAddedWhoeverElseIsInByTwoCodesIsOut() {
    var visitor = Visitor.at(HOST, product);
    clock.advance(Duration.ofMinutes(1));
    var sian = visitor.again(HOST, product).browser();
    var lena = Somebody.withOneContact("en");
    var strict = lena.reportsBurglary(Place.OXFORD, product);
    var opened = Form.on(sian.get(HOST, linkFor(lena)), "/invitation").send(sian);
    var code = lena.isHandedCode(Place.OXFORD, strict, product);
    var proved = Form.on(sian.follow(opened), "/invitation/prove").send(sian, "code", code);
    var details = Form.on(sian.follow(proved), "/invitation/terms").send(sian);
    sian.follow(enters(sian, details, "add"));
    assertThat(cases(sian)).contains(strict);
    assertThat(visitor.browser().get(HOST, "/cases").status()).isEqualTo(303);
  }

  @Test
  void theExitOfTheSignInHostLeavesNothingProvedBehind() {
    var sian = Visitor.at(HOST, product).browser();
    enters(sian, agrees(sian, link), "");
    assertThat(sian.get(HOST, "/invitation/terms").status()).isEqualTo(200);
    var kept = Map.copyOf(sian.cookies(HOST));
    assertThat(sian.follow(sian.get(SIGN_IN, "/exit")).host()).isEqualTo("www.bbc.co.uk");
    sian.cookies(HOST).putAll(kept);
    assertThat(sian.get(HOST, "/invitation/terms").status()).isEqualTo(303);
    assertThat(sian.follow(sian.get(HOST, "/cases")).body()).contains("action=\"/sign-in\"");
  }

  private String linkFor(Somebody invited) {
    return "/invitation/" + post.token(invited.email());
  }

  private Browser arrives(Browser who, String choice) {
    who.follow(enters(who, agrees(who, link), choice));
    return who;
  }

  /** As far as the page with the ticket. */
  private Page agrees(Browser who, String invitation) {
    var opened = Form.on(who.get(HOST, invitation), "/invitation").send(who);
    var sent = Form.on(who.follow(opened), "/invitation/code").send(who);
    var proved = Form.on(sent, "/invitation/prove").send(who, "code", post.code(ali.phone()));
    return Form.on(who.follow(proved), "/invitation/terms").send(who);
  }

  /** On with the ticket, and with an answer for whoever is asked. */
  private static Page enters(Browser who, Page details, String choice) {
    var address = "http://" + SIGN_IN + ":" + WholeProductTest.PORT + "/enter";
    Map<String, String> ticket = Form.on(details, address).hidden();
    var answer = who.post(SIGN_IN, "/enter", ticket, "Origin", ORIGIN);
    if (choice.isEmpty()) {
      return answer;
    }
    var chosen = new HashMap<>(Form.on(answer, "/enter").hidden());
    chosen.put("choice", choice);
    return who.post(SIGN_IN, "/enter", chosen);
  }

  private static String cases(Browser who) {
    var page = who.follow(who.get(HOST, "/cases"));
    return page.body().contains("action=\"/safety\"")
        ? who.follow(Form.on(page, "/safety").send(who)).body()
        : page.body();
  }
}
