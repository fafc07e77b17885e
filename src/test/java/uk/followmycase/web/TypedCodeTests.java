package uk.followmycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTests {

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "1234 5678", " 1234-5678\n", "12.34.56.78", "1234\u00a05678"})
  void howACodeIsSpacedDoesNotMatter(String typed) {
    assertThat(TypedCode.sent(typed).value()).isEqualTo("12345678");
    assertThat(TypedCode.sent(typed).complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k4wm7xrp93hl", "K4WM-7XRP-93HL", "k4wm 7xrp 93hl", "K4WM–7XRP–93HL"})
  void lettersMayBeSmall(String typed) {
    assertThat(TypedCode.handedOver(typed).value()).isEqualTo("K4WM7XRP93HL");
    assertThat(TypedCode.handedOver(typed).complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "123456789", "1234567a", "１２３４５６７８"})
  void whatCannotBeACodeIsNotTried(String typed) {
    assertThat(TypedCode.sent(typed).complete()).isFalse();
    assertThat(TypedCode.sent(typed).empty()).isFalse();
  }

  @Test
  void blanksAreNothing() {
    assertThat(TypedCode.sent("  ").empty()).isTrue();
  }

  @Test
  void aCodeIsNeverWrittenOut() {
    assertThat(TypedCode.sent("12345678")).hasToString("typed code");
  }
}
