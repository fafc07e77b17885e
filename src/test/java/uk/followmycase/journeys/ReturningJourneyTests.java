package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Post;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** Coming back, and following a second case. */
@WholeProductTest
class ReturningJourneyTests {

  @Autowired ApplicationContext product;
  @Autowired DemoOutbox outbox;
  @Autowired MovableClock clock;

  private Post post;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
    post = new Post(outbox);
  }

  @Test
  void twoCodesBringSomebodyBack() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      joins(screen, sian);
    }
    for (var language : new String[] {"en", "cy"}) {
      clock.advance(java.time.Duration.ofHours(1));
      try (var screen = Screen.in(language)) {
        Way.lookingClosely(screen, post).signsIn(Place.OXFORD, sian);
        Way.walking(screen, post).readsHowToLeave().opensTheCase();
        assertThat(screen.words()).contains(reference);
      }
    }
  }

  @Test
  void whoeverIsSignedInAddsAnotherForcesCaseToTheSamePage() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      joins(screen, sian);
      var second = sian.reportsBurglary(Place.BANGOR, product);
      Way.walking(screen, post).opens(Place.BANGOR, sian).provesByPhone(sian).agrees();
      screen.look("signed-in-already").press("button[value='add']");
      Way.walking(screen, post).readsHowToLeave();
      screen.look("cases-of-two-forces");
      assertThat(screen.words()).contains(second, "Thames Valley Police").doesNotContain(reference);
      screen.press("main li a[href*='" + Place.OXFORD.host() + "']");
      assertThat(screen.words()).contains(reference, "North Wales Police").doesNotContain(second);
    }
  }

  @Test
  void somebodyElseOnASharedPhoneGetsAPageOfTheirOwn() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    var ali = Somebody.withTwoContacts("en");
    var other = ali.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      joins(screen, sian);
      Way.walking(screen, post).opens(Place.OXFORD, ali).provesByPhone(ali).agrees();
      screen.press("button[value='fresh']");
      assertThat(screen.words()).contains(other).doesNotContain(reference);
    }
  }

  @Test
  void whoeverHasAnAccountSignsInToAddACase() {
    var sian = Somebody.withTwoContacts("en");
    var reference = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      joins(screen, sian);
    }
    clock.advance(java.time.Duration.ofHours(1));
    var second = sian.reportsBurglary(Place.OXFORD, product);
    try (var screen = Screen.in("en")) {
      Way.walking(screen, post).opens(Place.OXFORD, sian).provesByPhone(sian).agrees();
      screen.look("been-here-before");
      Way.walking(screen, post).typesBothCodes(sian).readsHowToLeave();
      assertThat(screen.words()).contains(reference, second);
    }
  }

  @Test
  void theCodeOfThePoliceAndOneContactBringSomebodyBack() {
    var ali = Somebody.withOneContact("en");
    var reference = ali.reportsBurglary(Place.OXFORD, product);
    var code = ali.isHandedCode(Place.OXFORD, reference, product);
    try (var screen = Screen.in("en")) {
      Way.walking(screen, post).opens(Place.OXFORD, ali).provesBy(code).agrees().readsHowToLeave();
    }
    clock.advance(java.time.Duration.ofHours(1));
    try (var screen = Screen.in("en")) {
      screen.open(Place.OXFORD.host(), "/cases").type("#email", ali.email().value());
      screen.press("main form button").look("sign-in-codes-strict");
      screen.type("#first", post.code(ali.email())).type("#second", code).press("main form button");
      Way.walking(screen, post).readsHowToLeave().opensTheCase();
      assertThat(screen.words()).contains(reference);
    }
  }

  private void joins(Screen screen, Somebody some) {
    Way.walking(screen, post)
        .opens(Place.OXFORD, some)
        .provesByPhone(some)
        .agrees()
        .readsHowToLeave();
  }
}
