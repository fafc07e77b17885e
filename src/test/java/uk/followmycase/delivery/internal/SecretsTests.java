package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.internal.Provider.Unfit;

/** A secret is where the force's file says, or the force hears that it is not. */
class SecretsTests {

  private final Secrets secrets = Parcels.secrets("a.key", " shh\n", "empty", " ");

  @Test
  void aSecretIsWhereItsSettingSays() {
    var via = Parcels.sender("x", "x", "one", "property:a.key");
    assertThat(secrets.of(via, "one")).isEqualTo("shh");
    assertThat(secrets.missing(via, "one", "four")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNamedButNeverSaid() {
    var via =
        Parcels.sender(
            "x", "x", "one", "property:empty", "two", "env:NOT_THERE", "three", "file:/not/there");
    assertThat(secrets.missing(via, "one", "two", "three").toString())
        .doesNotContain("empty", "NOT_THERE", "/not/there");
    assertThat(secrets.missing(via, "one", "two", "three"))
        .extracting(Unfit::entry)
        .containsExactly("one", "two", "three");
    assertThatThrownBy(() -> secrets.of(via, "two")).isInstanceOf(IllegalStateException.class);
  }
}
