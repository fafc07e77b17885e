package uk.followmycase.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/**
 * Staff accounts. They open as their people first sign in; what makes one is issuer and subject.
 */
@Component
class StaffAccounts {

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final Clock clock;

  StaffAccounts(JdbcClient jdbc, PeopleKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  StaffId of(String issuer, String subject) {
    var digest = digest(issuer, subject);
    jdbc.sql(
            """
            insert into people.staff_account (id, digest, opened_at)
            values (:id, :digest, :now) on conflict (digest) do nothing""")
        .param("id", Handle.random().value())
        .param("digest", digest)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return known(issuer, subject).orElseThrow();
  }

  /** The account, where its person has come before. */
  Optional<StaffId> known(String issuer, String subject) {
    return jdbc.sql("select id from people.staff_account where digest = :digest")
        .param("digest", digest(issuer, subject))
        .query(UUID.class)
        .optional()
        .map(StaffId::new);
  }

  private byte[] digest(String issuer, String subject) {
    return keys.blind("staff-account", issuer.length() + "/" + issuer + subject);
  }
}
