package uk.followmycase.journeys;

import uk.followmycase.support.Place;
import uk.followmycase.support.Post;
import uk.followmycase.support.Somebody;

/** The steps of people's ways, as they take them with a mouse or a finger. */
final class Way {

  static final String SIGN_IN = "sign-in.localhost";

  private final Screen screen;
  private final Post post;
  private final boolean closely;

  private Way(Screen screen, Post post, boolean closely) {
    this.screen = screen;
    this.post = post;
    this.closely = closely;
  }

  /** Looks closely at each page on the way. */
  static Way lookingClosely(Screen screen, Post post) {
    return new Way(screen, post, true);
  }

  /** Only walks. */
  static Way walking(Screen screen, Post post) {
    return new Way(screen, post, false);
  }

  private void look(String name) {
    if (closely) {
      screen.look(name);
    }
  }

  /** From the link to the page that asks for a proof. */
  Way opens(Place place, Somebody some) {
    screen.open(place.host(), "/invitation/" + post.token(some.email()));
    look("invitation");
    screen.press("main form button");
    return this;
  }

  /** Has a code sent to the phone and types it. */
  Way provesByPhone(Somebody some) {
    look("prove");
    screen.press("form[action='/invitation/code'] button");
    look("prove-sent");
    var code = post.code(some.phone());
    screen.type("#code", code.substring(0, 4) + " " + code.substring(4));
    screen.press("form[action='/invitation/prove'] button");
    return this;
  }

  /** Types the code that the police gave. */
  Way provesBy(String handedOver) {
    look("prove-strict");
    screen.type("#code", handedOver.toLowerCase(java.util.Locale.ROOT));
    screen.press("form[action='/invitation/prove'] button");
    return this;
  }

  /** Reads the terms and goes on to the sign-in host. */
  Way agrees() {
    look("terms");
    screen.press("form[action='/invitation/terms'] button");
    look("details");
    screen.press("main form button");
    return this;
  }

  /** Reads how to leave, which everybody does once. */
  Way readsHowToLeave() {
    look("safety");
    screen.press("form[action='/safety'] button");
    return this;
  }

  /** Opens the newest case of the list. */
  Way opensTheCase() {
    look("cases");
    screen.press("main h2 a");
    look("case");
    return this;
  }

  /** Signs in with both contacts. */
  Way signsIn(Place place, Somebody some) {
    screen.open(place.host(), "/");
    look("start");
    screen.press("main a.govuk-button");
    look("sign-in");
    screen.type("#email", some.email().value()).type("#mobile", some.phone().value());
    screen.press("form[action='/sign-in'] button");
    look("sign-in-codes");
    return typesBothCodes(some);
  }

  /** Types the codes that came to both contacts. */
  Way typesBothCodes(Somebody some) {
    screen.type("#first", post.code(some.email())).type("#second", post.code(some.phone()));
    screen.press("form[action='/sign-in/codes'] button");
    return this;
  }

  /** Leaves by the button at the top. */
  Way leaves() {
    screen.press(".govuk-exit-this-page__button");
    screen.page().waitForURL("https://www.bbc.co.uk/weather");
    return this;
  }
}
