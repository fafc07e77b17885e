package uk.followmycase.delivery.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** E-mails by a relay of the force's own. */
@Component
class SmtpProvider implements Provider {

  private static final String USER = "user";
  private static final String PASSWORD = "password";

  private final Secrets secrets;
  private final DeliverySettings settings;
  private final Clock clock;

  SmtpProvider(Secrets secrets, DeliverySettings settings, Clock clock) {
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.EMAIL;
  }

  @Override
  public List<Unfit> unfit(Sender via) {
    return Stream.concat(Mail.unfit(via).stream(), secrets.missing(via, USER, PASSWORD).stream())
        .toList();
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    var session = Session.getInstance(SmtpWire.properties(parcel.via(), settings));
    Transport relay = null;
    try {
      relay = session.getTransport();
      connect(relay, parcel.via());
      return mail(session, relay, parcel, permitted);
    } catch (AuthenticationFailedException refused) {
      return new Postponed("credentials", RetryAfter.REPAIR);
    } catch (MessagingException unreached) {
      return new Postponed("unreachable", Duration.ZERO);
    } finally {
      close(relay);
    }
  }

  private void connect(Transport relay, Sender via) throws MessagingException {
    if (via.setting(USER).isPresent()) {
      relay.connect(secrets.of(via, USER), secrets.of(via, PASSWORD));
    } else {
      relay.connect();
    }
  }

  private Handover mail(
      Session session, Transport relay, Parcel parcel, BooleanSupplier permitted) {
    return Parts.inTurn(
        parcel.message().parts(),
        permitted,
        (number, text) -> {
          try {
            var email = Email.of(session, parcel, number, text, clock.instant());
            relay.sendMessage(email, email.getAllRecipients());
            return Parts.taken(email.getMessageID());
          } catch (MessagingException said) {
            return SmtpAnswers.of(said);
          }
        });
  }

  /** What was said is said: a farewell that fails changes nothing. */
  private static void close(@Nullable Transport relay) {
    try {
      if (relay != null) {
        relay.close();
      }
    } catch (MessagingException gone) {
      return;
    }
  }
}
