package uk.followmycase.delivery.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** What all e-mails have in common. */
final class Mail {

  /** Keeps out-of-office answers from coming back (RFC 3834). */
  static final String AUTO_SUBMITTED = "Auto-Submitted";

  static final String AUTO_GENERATED = "auto-generated";

  /** {@code address} or {@code Name <address>}. */
  private static final Pattern SENDER = Pattern.compile("[^<>\"@,;:\\\\\\p{Cntrl}]* <(\\S+)>");

  private static final Pattern BREAK = Pattern.compile("\\R|\\p{Cntrl}");

  private Mail() {}

  static Optional<Unfit> unfit(Sender via) {
    return domain(via).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Unfit(
                "sender",
                "is no address to send from",
                "Write no-reply@force.example or Name <no-reply@force.example>"));
  }

  /** The domain of a sender's address; empty when it has none. */
  static Optional<String> domain(Sender via) {
    var named = SENDER.matcher(via.sender());
    var address = named.matches() ? named.group(1) : via.sender();
    return Contact.email(address)
        .map(contact -> contact.value().substring(contact.value().lastIndexOf('@') + 1));
  }

  /** On one line, or it could add headers of its own. */
  static String subject(Message message) {
    return BREAK.matcher(message.subject()).replaceAll(" ");
  }
}
