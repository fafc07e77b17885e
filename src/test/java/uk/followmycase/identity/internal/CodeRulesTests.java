package uk.followmycase.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeRulesTests {

  @Test
  void everyDigitIsAsLikelyInEveryPlace() {
    var counts = new int[8][10];
    var codes = 100_000;
    Stream.generate(CodeRules::fresh)
        .limit(codes)
        .forEach(
            code -> {
              for (var place = 0; place < 8; place++) {
                counts[place][code.charAt(place) - '0']++;
              }
            });
    for (var place : counts) {
      var chiSquare = 0.0;
      for (var count : place) {
        chiSquare += Math.pow(count - codes / 10.0, 2) / (codes / 10.0);
      }
      assertThat(chiSquare).as("nine degrees of freedom, one in a million").isLessThan(45);
    }
  }

  @Test
  void guessingThroughTheWholeLifeOfALinkIsHopeless() {
    var guesses = CodeRules.TRIES * CodeRules.A_DAY * 14;
    assertThat(guesses / 100_000_000.0).isLessThan(1e-5);
  }

  @Test
  void onlyTheNetworksPartOfAnAddressCounts() {
    assertThat(Places.prefix("203.0.113.9")).isEqualTo(Places.prefix("203.0.113.200"));
    assertThat(Places.prefix("203.0.113.9")).isNotEqualTo(Places.prefix("203.0.114.9"));
    assertThat(Places.prefix("2001:db8:1:2::5")).isEqualTo(Places.prefix("2001:db8:1:ffff::9"));
    assertThat(Places.prefix("2001:db8:1::5")).isNotEqualTo(Places.prefix("2001:db8:2::5"));
    assertThat(Places.prefix("fe80::1%eth0")).isEqualTo(Places.prefix("fe80::2%eth1"));
    assertThat(Places.prefix("no.such.host")).isEqualTo("unknown");
  }
}
