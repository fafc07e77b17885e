package uk.followmycase.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SomeProof;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Post;
import uk.followmycase.support.WholeProductTest;

/** Signing in again, page by page. */
@WholeProductTest
class SignInPagesTests {

  private static final String FORCE = "north-wales.localhost";
  private static final String HOST = "sign-in.localhost";

  @Autowired SignIn signIn;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private final Browser browser = new Browser(WholeProductTest.PORT);
  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = new Post(outbox);
  }

  @Test
  void twoCodesLeadToTheCases() {
    var proved = SomeProof.standard();
    signIn.open(proved);
    var codes = asked(proved.contacts());
    assertThat(codes.body())
        .contains(proved.contacts().get(0).masked())
        .doesNotContain("@example.com");
    var inside =
        browser.follow(
            Form.on(codes, "/sign-in/codes")
                .send(
                    browser,
                    "first",
                    post.code(email(proved.contacts())),
                    "second",
                    post.code(mobile(proved.contacts()))));
    assertThat(inside.host()).isEqualTo(FORCE);
    assertThat(inside.body()).contains("action=\"/safety\"");
    var cases = browser.follow(Form.on(inside, "/safety").send(browser));
    assertThat(cases.status()).isEqualTo(200);
    assertThat(cases.body()).contains("There is nothing to show here", "action=\"/sign-out\"");
  }

  @Test
  void oneCodeAndThePolicesCodeLeadToTheCases() {
    var proved = SomeProof.strict();
    signIn.open(proved);
    var codes = asked(proved.contacts());
    assertThat(codes.body()).contains("Code from the police");
    var inside =
        browser.follow(
            Form.on(codes, "/sign-in/codes")
                .send(
                    browser,
                    "first",
                    post.code(proved.contacts().getFirst()),
                    "second",
                    SomeProof.FORCE_CODE.spoken().toLowerCase(Locale.ROOT)));
    assertThat(inside.host()).isEqualTo(FORCE);
  }

  @Test
  void nobodyLearnsWhetherAnAccountIsThere() {
    var proved = SomeProof.standard();
    signIn.open(proved);
    var known = asked(proved.contacts()).body();
    var stranger = new Browser(WholeProductTest.PORT);
    var unknown = asked(stranger, List.of(SomeProof.phone(), SomeProof.email())).body();
    assertThat(neutral(unknown)).isEqualTo(neutral(known));
  }

  @Test
  void aWrongCodeCostsOneTryAndSaysSo() {
    var proved = SomeProof.standard();
    signIn.open(proved);
    var codes = asked(proved.contacts());
    var wrong =
        Form.on(codes, "/sign-in/codes")
            .send(
                browser,
                "first",
                other(post.code(email(proved.contacts()))),
                "second",
                post.code(mobile(proved.contacts())));
    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.body())
        .contains("One of the codes is not right")
        .contains("<title>Error: Enter your code</title>")
        .doesNotContainPattern("value=\"\\d{8}\"");
  }

  @Test
  void codesDieAfterFiveTriesAndAFreshStartHelps() {
    var proved = SomeProof.standard();
    signIn.open(proved);
    var codes = asked(proved.contacts());
    var right = post.code(email(proved.contacts()));
    post.code(mobile(proved.contacts()));
    Page last = codes;
    for (var i = 0; i < 5; i++) {
      last =
          Form.on(codes, "/sign-in/codes")
              .send(browser, "first", other(right), "second", other(right));
    }
    assertThat(last.body()).contains("Please start again");
  }

  @Test
  void whatCannotBeACodeIsNotTried() {
    var proved = SomeProof.standard();
    signIn.open(proved);
    var codes = asked(proved.contacts());
    for (var i = 0; i < 7; i++) {
      var page = Form.on(codes, "/sign-in/codes").send(browser, "first", "123", "second", "");
      assertThat(page.body()).contains("The code is 8 numbers", "Enter the code");
    }
    var inside =
        Form.on(codes, "/sign-in/codes")
            .send(
                browser,
                "first",
                post.code(email(proved.contacts())),
                "second",
                post.code(mobile(proved.contacts())));
    assertThat(inside.status()).isEqualTo(303);
  }

  @Test
  void whatCannotBeReadIsSaidBesideItsField() {
    var page = browser.follow(browser.get(FORCE, "/cases"));
    var answer = Form.on(page, "/sign-in").send(browser, "email", "sian", "mobile", "12");
    assertThat(answer.body())
        .contains("id=\"email-error\"", "id=\"mobile-error\"", "value=\"sian\"")
        .contains("aria-describedby=\"mobile-hint mobile-error\"");
  }

  @Test
  void codesStayAtHomeAtNight() {
    clock.advance(Duration.ofHours(11));
    var proved = SomeProof.standard();
    signIn.open(proved);
    assertThat(asked(proved.contacts()).body()).contains("We do not send messages at night", "8am");
  }

  @Test
  void whoeverOpensTheHostByItselfChoosesAForce() {
    assertThat(browser.get(HOST, "/sign-in").header("Location")).isEqualTo("/");
    assertThat(browser.get(HOST, "/").body())
        .contains("http://" + FORCE + ":" + WholeProductTest.PORT + "/cases");
    assertThat(browser.get(HOST, "/sign-in/codes").header("Location")).isEqualTo("/sign-in");
  }

  private static String other(String code) {
    return (code.charAt(0) == '9' ? "8" : "9") + code.substring(1);
  }

  private Page asked(List<Contact> contacts) {
    return asked(browser, contacts);
  }

  private static Page asked(Browser who, List<Contact> contacts) {
    var page = who.follow(who.get(FORCE, "/cases"));
    assertThat(page.host()).isEqualTo(HOST);
    var answer =
        Form.on(page, "/sign-in")
            .send(who, "email", written(contacts, true), "mobile", written(contacts, false));
    return who.follow(answer);
  }

  private static String written(List<Contact> contacts, boolean email) {
    return of(contacts, email).map(Contact::value).orElse("");
  }

  private static Contact email(List<Contact> contacts) {
    return of(contacts, true).orElseThrow();
  }

  private static Contact mobile(List<Contact> contacts) {
    return of(contacts, false).orElseThrow();
  }

  private static Optional<Contact> of(List<Contact> contacts, boolean email) {
    return contacts.stream()
        .filter(contact -> contact.channel() == (email ? Channel.EMAIL : Channel.TEXT))
        .findFirst();
  }

  /** A page without what differs from visitor to visitor. */
  private static String neutral(String body) {
    return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("•••\u00a0\\d+|.•••@e•••", "");
  }
}
