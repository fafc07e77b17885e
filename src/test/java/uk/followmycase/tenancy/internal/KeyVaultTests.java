package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.PeopleKeys;

@SpringBootTest
class KeyVaultTests {

  private static final ForceId FORCE = new ForceId(900_001);
  private static final UUID ROW = UUID.randomUUID();
  private static final byte[] CLEAR = {7};

  @Autowired KeyVault vault;
  @Autowired ForceKeys forceKeys;
  @Autowired PeopleKeys peopleKeys;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @Test
  void aForcesKeyIsMadeOnceAndFoundAgain() {
    ForceBinding.run(
        FORCE,
        () -> {
          vault.register(FORCE);
          var sealed = forceKeys.seal("t", ROW, CLEAR);
          vault.register(FORCE);
          assertThat(new UnwrappedForceKeys(vault).open("t", ROW, sealed)).isEqualTo(CLEAR);
        });
  }

  @Test
  void thePlatformsKeyOutlivesAStart() {
    var sealed = peopleKeys.seal("t", ROW, CLEAR);
    assertThat(new PlatformKeys(vault).open("t", ROW, sealed)).isEqualTo(CLEAR);
    assertThat(peopleKeys.blind("email", "x"))
        .hasSize(32)
        .isEqualTo(new PlatformKeys(vault).blind("email", "x"));
  }

  @Test
  void nothingStandsInTheClear() {
    var wrapped =
        jdbc.sql("select wrapped from plumbing.platform_key").query(byte[].class).single();
    assertThat(wrapped).hasSizeGreaterThan(KeySet.ROOT_BYTES);
  }

  @Test
  void anotherMasterKeyIsNoticedAtStart(@TempDir Path folder) {
    var other = new MasterKeyFile(folder.resolve("other.json"), false);
    var stranger = new KeyVault(jdbc, transactions, other, Clock.systemUTC());
    assertThatThrownBy(() -> new PlatformKeys(stranger))
        .hasMessageContaining("Restore followmycase.keys.file");
  }
}
