package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBinding;

/** A contact that a provider will never take is given up, and what was for it goes another way. */
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
   * Apart from the transaction that writes the refusal down, in which a person was asked already to
   * see to the contact: what follows holds rows of the case.
   */
  @Transactional
  public void giveUp(Parcel refused) {
    jdbc.sql(
            """
            select kind, case_id, person_id, expires_at from police.notice
            where force_id = :force and id = :id and state = :refused and person_id is not null
            """)
        .param("force", ForceBinding.current().value())
        .param("id", refused.lease().notice())
        .param("refused", Step.REFUSE.to().name())
        .query((row, number) -> returned(row, refused.message().to()))
        .optional()
        .ifPresent(wrong::cameBack);
  }

  private Returned returned(ResultSet row, Contact contact) throws SQLException {
    return new Returned(
        Kind.valueOf(row.getString("kind")),
        contact.channel(),
        new Recipient(row.getObject("case_id", UUID.class), row.getObject("person_id", UUID.class)),
        words.blind(contact),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
