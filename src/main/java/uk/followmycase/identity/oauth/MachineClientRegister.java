package uk.followmycase.identity.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.tenancy.ForceId;

/** The register of machine clients. */
@Component
class MachineClientRegister implements MachineClients {

  /** How long a client that was switched off may still be believed: G12 asks for a second. */
  private static final long BELIEVED_MILLIS = 900;

  private static final SecretDigests SECRETS = new SecretDigests();

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable Standing standing;

  MachineClientRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void register(ForceId force, String clientId, String secret, Set<Scope> scopes) {
    var rows =
        jdbc.sql(
                """
                insert into plumbing.machine_client as c (client_id, force_id, secret_digest, scopes, registered_at)
                values (:client, :force, :digest, :scopes, :now)
                on conflict (client_id) do update
                  set secret_digest = excluded.secret_digest, scopes = excluded.scopes, disabled_at = null
                  where c.force_id = excluded.force_id""")
            .param("client", clientId)
            .param("force", force.value())
            .param("digest", SecretDigests.bytes(SECRETS.encode(secret)))
            .param("scopes", scopes.stream().map(Scope::code).sorted().toArray(String[]::new))
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (rows == 0) {
      throw new IllegalArgumentException("This client belongs to another force");
    }
    standing = null;
  }

  @Override
  public void disable(String clientId) {
    jdbc.sql("update plumbing.machine_client set disabled_at = :now where client_id = :client")
        .param("now", Timestamp.from(clock.instant()))
        .param("client", clientId)
        .update();
    standing = null;
  }

  /** Asked for every call of the API. All are read at once, so that their number costs nothing. */
  @Override
  public Optional<ForceId> forceOf(String clientId) {
    var now = clock.millis();
    var believed = standing;
    if (believed == null || !believed.holds(now)) {
      believed = new Standing(all(), now);
      standing = believed;
    }
    return Optional.ofNullable(believed.forces().get(clientId));
  }

  private Map<String, ForceId> all() {
    return jdbc
        .sql(
            """
            select client_id, force_id, secret_digest, scopes from plumbing.machine_client
            where disabled_at is null""")
        .query(MachineClientRegister::client)
        .list()
        .stream()
        .collect(Collectors.toMap(Client::id, Client::force));
  }

  /** The client as it stands; empty when unknown or switched off. */
  Optional<Client> find(String clientId) {
    return jdbc.sql(
            """
            select client_id, force_id, secret_digest, scopes from plumbing.machine_client
            where client_id = :client and disabled_at is null""")
        .param("client", clientId)
        .query(MachineClientRegister::client)
        .optional();
  }

  private static Client client(ResultSet row, int number) throws SQLException {
    return new Client(
        row.getString("client_id"),
        new ForceId(row.getInt("force_id")),
        SecretDigests.text(row.getBytes("secret_digest")),
        Set.of((String[]) row.getArray("scopes").getArray()));
  }

  /** A registered client with its encoded secret. */
  record Client(String id, ForceId force, String secret, Set<String> scopes) {}

  /** All clients that are not switched off, and when that was read. */
  private record Standing(Map<String, ForceId> forces, long readAt) {

    boolean holds(long now) {
      return now >= readAt && now - readAt < BELIEVED_MILLIS;
    }
  }
}
