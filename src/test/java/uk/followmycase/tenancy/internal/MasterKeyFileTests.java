package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTests {

  private static final byte[] KEY = {1, 2, 3};
  private static final byte[] USE = {4};

  @TempDir Path folder;

  @Test
  void isMadeOnceAndReadAgain() throws GeneralSecurityException, IOException {
    var file = folder.resolve("keys/master.json");
    var wrapped = new MasterKeyFile(file, false).wrap(KEY, USE);
    assertThat(new MasterKeyFile(file, true).unwrap(wrapped, USE)).isEqualTo(KEY);
    try (var left = Files.list(file.resolveSibling(""))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    var file = folder.resolve("master.json");
    assertThat(new MasterKeyFile(file, false)).isNotNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void productionNeverMakesOne() {
    assertThatThrownBy(() -> new MasterKeyFile(folder.resolve("missing.json"), true))
        .hasMessageContaining("followmycase.keys.file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anythingElseIsRefusedWithAdvice() throws IOException {
    var file = Files.writeString(folder.resolve("master.json"), "{}");
    assertThatThrownBy(() -> new MasterKeyFile(file, false)).hasMessageContaining("backup");
  }

  @Test
  void aKeyWrappedForOneUseServesNoOther() throws GeneralSecurityException {
    var master = new MasterKeyFile(folder.resolve("master.json"), false);
    var wrapped = master.wrap(KEY, USE);
    assertThatThrownBy(() -> master.unwrap(wrapped, new byte[] {5}))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
