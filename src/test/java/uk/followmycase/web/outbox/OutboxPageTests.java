package uk.followmycase.web.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.followmycase.web.outbox.OutboxPage.Piece;

class OutboxPageTests {

  @Test
  void linksInALineCanBeFollowed() {
    assertThat(OutboxPage.pieces("Open http://a.localhost:8080/invitation/x-Y_1 now"))
        .containsExactly(
            new Piece("Open ", false),
            new Piece("http://a.localhost:8080/invitation/x-Y_1", true),
            new Piece(" now", false));
  }

  @Test
  void aFullStopAfterALinkIsNoPartOfIt() {
    assertThat(OutboxPage.pieces("See https://a.example/b."))
        .containsExactly(
            new Piece("See ", false),
            new Piece("https://a.example/b", true),
            new Piece(".", false));
  }

  @Test
  void onlyWebAddressesAreLinks() {
    assertThat(OutboxPage.pieces("javascript:alert(1) and 1234 5678"))
        .containsExactly(new Piece("javascript:alert(1) and 1234 5678", false));
  }
}
