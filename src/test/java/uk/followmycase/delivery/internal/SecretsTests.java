package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.followmycase.delivery.internal.Provider.Unfit;

/** A secret is where the force's file says, or the force hears that it is not. */
class SecretsTests {

  private final Secrets secrets = Parcels.secrets("a.key", " shh\n", "empty", " ");

  @Test
  void aSecretIsASettingAVariableOrAFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), "in-a-file\n");
    var via =
        Parcels.sender(
            "x", "x", "one", "property:a.key", "two", "env:PATH", "three", "file:" + file);
    assertThat(secrets.of(via, "one")).isEqualTo("shh");
    assertThat(secrets.of(via, "two")).isEqualTo(System.getenv("PATH").strip());
    assertThat(secrets.of(via, "three")).isEqualTo("in-a-file");
    assertThat(secrets.missing(via, "one", "two", "three", "four")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNamedButNeverSaid() {
    var via =
        Parcels.sender(
            "x", "x", "one", "property:empty", "two", "env:NOT_THERE", "three", "file:/not/there");
    assertThat(secrets.missing(via, "one", "two", "three"))
        .extracting(Unfit::entry)
        .containsExactly("one", "two", "three");
    assertThatThrownBy(() -> secrets.of(via, "two")).isInstanceOf(IllegalStateException.class);
  }
}
