package uk.followmycase.support;

import java.util.List;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SomeProof;

/**
 * Somebody with an account who is signed in at a portal and has read how to leave. Codes travel by
 * day only.
 *
 * @param account theirs
 * @param contacts they sign in with
 * @param browser where they are signed in
 */
public record Visitor(AccountId account, List<Contact> contacts, Browser browser) {

  /** Somebody new, come in by the pages. */
  public static Visitor at(String host, ApplicationContext product) {
    var proved = SomeProof.standard();
    var account = product.getBean(SignIn.class).open(proved);
    var visitor = new Visitor(account, proved.contacts(), new Browser(WholeProductTest.PORT));
    visitor.signIn(host, product.getBean(DemoOutbox.class));
    return visitor;
  }

  /** Signs in again, after a while, in another browser. */
  public Visitor again(String host, ApplicationContext product) {
    var visitor = new Visitor(account, contacts, new Browser(WholeProductTest.PORT));
    visitor.signIn(host, product.getBean(DemoOutbox.class));
    return visitor;
  }

  /** Signs in on somebody else's telephone. */
  public void on(Browser other, String host, ApplicationContext product) {
    new Visitor(account, contacts, other).signIn(host, product.getBean(DemoOutbox.class));
  }

  private void signIn(String host, DemoOutbox outbox) {
    var post = Post.from(outbox);
    var email = of(Channel.EMAIL);
    var mobile = of(Channel.TEXT);
    var form = Form.on(browser.follow(browser.get(host, "/cases")), "/sign-in");
    var codes =
        browser.follow(form.send(browser, "email", email.value(), "mobile", mobile.value()));
    var inside =
        browser.follow(
            Form.on(codes, "/sign-in/codes")
                .send(browser, "first", post.code(email), "second", post.code(mobile)));
    browser.follow(Form.on(inside, "/safety").send(browser));
  }

  private Contact of(Channel channel) {
    return contacts.stream().filter(one -> one.channel() == channel).findFirst().orElseThrow();
  }
}
