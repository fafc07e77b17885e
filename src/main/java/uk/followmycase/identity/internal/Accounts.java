package uk.followmycase.identity.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** Accounts and the contacts they sign in with. */
@Component
class Accounts {

  /** Tries of one force's code before the force must hand over another. */
  static final int TRIES = 5;

  /** A contact shared by more strict accounts than this is no contact of a person. */
  private static final int SHARED = 10;

  private static final String PLACE = "people.account_contact";

  private final JdbcClient jdbc;
  private final PeopleKeys keys;
  private final Clock clock;

  Accounts(JdbcClient jdbc, PeopleKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  AccountId open(@Nullable String forceCode) {
    var account = new AccountId(Handle.random().value());
    jdbc.sql("insert into people.account (id, opened_at, force_code) values (:id, :now, :code)")
        .param("id", account.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("code", forceCode)
        .update();
    return account;
  }

  /** Two who open an account with the same contacts at once wait for each other. */
  void holdPlace(List<Contact> contacts) {
    var both = contacts.stream().map(Accounts::written).sorted().collect(Collectors.joining("\n"));
    jdbc.sql("select pg_advisory_xact_lock(:place)")
        .param("place", ByteBuffer.wrap(keys.blind("account-place", both)).getLong())
        .query()
        .singleRow();
  }

  void addContact(AccountId account, Contact contact) {
    var id = Handle.rowId();
    jdbc.sql(
            """
            insert into people.account_contact (account, digest, id, sealed)
            values (:account, :digest, :id, :sealed) on conflict do nothing""")
        .param("account", account.value())
        .param("digest", digest(contact))
        .param("id", id)
        .param("sealed", keys.seal(PLACE, id, written(contact).getBytes(StandardCharsets.UTF_8)))
        .update();
  }

  /** The account that has both contacts, by whatever else it signs in. */
  Optional<AccountId> withBoth(Contact first, Contact second) {
    return jdbc.sql(
            """
            select one.account as id from people.account_contact one
            join people.account_contact other on other.account = one.account
            where one.digest = :first and other.digest = :second
            order by one.account limit 1""")
        .param("first", digest(first))
        .param("second", digest(second))
        .query(Accounts::account)
        .optional();
  }

  /** Accounts with this contact and a force's code that is not dead: a family may share one. */
  List<AccountId> strictWith(Contact contact) {
    return jdbc.sql(
            """
            select a.id from people.account_contact c join people.account a on a.id = c.account
            where c.digest = :digest and a.force_code is not null and a.force_code_tries < :most
            order by a.id limit :shared""")
        .param("digest", digest(contact))
        .param("most", TRIES)
        .param("shared", SHARED)
        .query(Accounts::account)
        .list();
  }

  boolean strict(AccountId account) {
    return jdbc.sql("select force_code is not null from people.account where id = :id")
        .param("id", account.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Makes a force's code part of signing in, in place of any older one. */
  void setForceCode(AccountId account, String forceCode) {
    jdbc.sql("update people.account set force_code = :code, force_code_tries = 0 where id = :id")
        .param("code", forceCode)
        .param("id", account.value())
        .update();
  }

  boolean replaceForceCode(AccountId account, String forceCode) {
    return jdbc.sql(
                """
                update people.account set force_code = :code, force_code_tries = 0
                where id = :id and force_code is not null""")
            .param("code", forceCode)
            .param("id", account.value())
            .update()
        == 1;
  }

  /** Counts a try before it is made, so that many at once are not more than five. */
  Optional<String> forceCodeForOneTry(AccountId account) {
    return jdbc.sql(
            """
            update people.account set force_code_tries = force_code_tries + 1
            where id = :id and force_code is not null and force_code_tries < :most
            returning force_code""")
        .param("id", account.value())
        .param("most", TRIES)
        .query(String.class)
        .optional();
  }

  /** The code was right: what went wrong before counts no more. */
  void forgiveTries(AccountId account, String forceCode) {
    jdbc.sql("update people.account set force_code_tries = 0 where id = :id and force_code = :code")
        .param("id", account.value())
        .param("code", forceCode)
        .update();
  }

  private static AccountId account(ResultSet row, int number) throws SQLException {
    return new AccountId(row.getObject("id", UUID.class));
  }

  private byte[] digest(Contact contact) {
    return keys.blind("account-contact", written(contact));
  }

  private static String written(Contact contact) {
    return contact.channel() + "/" + contact.value();
  }
}
