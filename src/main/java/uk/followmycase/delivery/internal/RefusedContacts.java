package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What a provider will never take goes another way; where that is for the contact's sake, the
 * contact is given up.
 */
@Component
class RefusedContacts {

  private final JdbcClient jdbc;
  private final WrongContacts wrong;
  private final Words words;

  RefusedContacts(JdbcClient jdbc, WrongContacts wrong, Words words) {
    this.jdbc = jdbc;
    this.wrong = wrong;
    this.words = words;
  }

  /**
   * Before the refusal is written down, and in a transaction of its own: what follows holds rows of
   * the case. Who is lost in between leaves a notice that is tried again, and nobody untold.
   *
   * @return whether what follows is done; not where the lease is another's by now, or there is no
   *     person
   */
  @Transactional
  public boolean follow(Outcome refused) {
    var parcel = refused.parcel();
    var found =
        jdbc.sql(
                """
                select n.kind, n.about, n.case_id, n.person_id, n.expires_at,
                  exists (select from police.notice o where o.force_id = :force
                    and o.about = n.about and o.kind = n.kind and o.expires_at = n.expires_at
                    and o.id < n.id) as again
                from police.notice n
                join plumbing.outbox_head h
                  on h.force_id = :force and h.notice_id = n.id and h.token = :token
                where n.force_id = :force and n.id = :id and n.person_id is not null
                """)
            .param("force", ForceBinding.current().value())
            .param("id", parcel.lease().notice())
            .param("token", parcel.lease().token())
            .query((row, number) -> new Found(returned(row, parcel), row.getBoolean("again")))
            .optional();
    found.ifPresent(it -> follow(it, refused.contactRefused()));
    return found.isPresent();
  }

  private void follow(Found refused, boolean contact) {
    if (contact) {
      wrong.cameBack(refused.what());
    } else {
      wrong.undelivered(refused.what(), refused.again());
    }
  }

  /**
   * What was refused.
   *
   * @param again whether it was already sent another way
   */
  private record Found(Returned what, boolean again) {}

  private Returned returned(ResultSet row, Parcel parcel) throws SQLException {
    var contact = parcel.message().to();
    return new Returned(
        Kind.valueOf(row.getString("kind")),
        row.getObject("about", UUID.class),
        contact.channel(),
        new Recipient(row.getObject("case_id", UUID.class), row.getObject("person_id", UUID.class)),
        words.blind(contact),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
