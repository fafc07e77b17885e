package uk.followmycase.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
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
    var digest = keys.blind("staff-account", issuer.length() + "/" + issuer + subject);
    jdbc.sql(
            """
            insert into people.staff_account (id, digest, opened_at)
            values (:id, :digest, :now) on conflict (digest) do nothing""")
        .param("id", Handle.random().value())
        .param("digest", digest)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return new StaffId(
        jdbc.sql("select id from people.staff_account where digest = :digest")
            .param("digest", digest)
            .query(UUID.class)
            .single());
  }
}
