package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.tenancy.ForceId;

/** Keeps the wrapped keys of the forces and of the platform, and unwraps them. */
@Component
final class KeyVault {

  private static final int PLATFORM = 0;
  private static final String LOST =
      "The master key does not open the %s's key: it is not the one this database was made with."
          + " Restore followmycase.keys.file from its backup";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final MasterKey master;
  private final Clock clock;

  KeyVault(JdbcClient jdbc, TransactionOperations transactions, MasterKey master, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.master = master;
    this.clock = clock;
  }

  /** Makes the bound force's key, unless it stands. Committed before anything is sealed with it. */
  void register(ForceId force) {
    transactions.executeWithoutResult(
        status ->
            jdbc.sql("insert into police.force_key values (?, 1, ?, ?) on conflict do nothing")
                .params(
                    force.value(), fresh(force.value()), clock.instant().atOffset(ZoneOffset.UTC))
                .update());
  }

  /** The bound force's keys. */
  KeySet load(ForceId force) {
    var wrapped =
        transactions.execute(
            status ->
                jdbc.sql("select wrapped from police.force_key where force_id = :force")
                    .param("force", force.value())
                    .query(byte[].class)
                    .single());
    return open(wrapped, force.value());
  }

  /** The platform's keys, made where missing; two starts at once agree on one. */
  KeySet platform() {
    var wrapped =
        transactions.execute(
            status -> {
              jdbc.sql("insert into plumbing.platform_key values (1, ?, ?) on conflict do nothing")
                  .params(fresh(PLATFORM), clock.instant().atOffset(ZoneOffset.UTC))
                  .update();
              return jdbc.sql("select wrapped from plumbing.platform_key where number = 1")
                  .query(byte[].class)
                  .single();
            });
    return open(wrapped, PLATFORM);
  }

  private byte[] fresh(int owner) {
    try {
      return master.wrap(Random.randBytes(KeySet.ROOT_BYTES), use(owner));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("The master key cannot wrap", failed);
    }
  }

  private KeySet open(byte[] wrapped, int owner) {
    try {
      return new KeySet(master.unwrap(wrapped, use(owner)), owner);
    } catch (GeneralSecurityException lost) {
      throw new IllegalStateException(
          LOST.formatted(owner == PLATFORM ? "platform" : "force"), lost);
    }
  }

  private static byte[] use(int owner) {
    var use =
        owner == PLATFORM ? "follow-my-case/platform/1" : "follow-my-case/force/" + owner + "/1";
    return use.getBytes(StandardCharsets.UTF_8);
  }
}
