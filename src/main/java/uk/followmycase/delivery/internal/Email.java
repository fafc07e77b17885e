package uk.followmycase.delivery.internal;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;

/** An e-mail under a name of our own, by which its bounce can be known. */
final class Email extends MimeMessage {

  private static final String UTF_8 = "UTF-8";

  private final String id;

  private Email(Session session, String id) {
    super(session);
    this.id = id;
  }

  static Email of(Session session, Parcel parcel, int number, String text, Instant now)
      throws MessagingException {
    var from = new InternetAddress(parcel.via().sender(), true);
    var domain = from.getAddress().substring(from.getAddress().lastIndexOf('@'));
    var email = new Email(session, "<" + parcel.attempt() + "-" + number + domain + ">");
    email.setFrom(from);
    email.setRecipient(RecipientType.TO, new InternetAddress(parcel.message().to().value(), false));
    email.setSubject(Mail.subject(parcel.message()), UTF_8);
    email.setText(text, UTF_8);
    email.setHeader(Mail.AUTO_SUBMITTED, Mail.AUTO_GENERATED);
    email.setSentDate(Date.from(now));
    email.saveChanges();
    return email;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
