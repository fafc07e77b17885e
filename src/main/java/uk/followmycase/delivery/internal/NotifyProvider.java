package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Texts and e-mails by GOV.UK Notify. Where it took something without an answer, it is asked once
 * whether it knows our reference.
 */
@Component
class NotifyProvider implements Provider {

  private static final String KEY = "apiKey";

  /** Under the name that the client really uses; it quotes answers. Held, or it would come back. */
  private static final Logger QUIET = Logger.getLogger(NotificationClient.class.toString());

  private final Secrets secrets;

  NotifyProvider(Secrets secrets, DeliverySettings settings) {
    this.secrets = secrets;
    QUIET.setLevel(Level.OFF);
    KeptConnections.forCalls(settings.inFlight());
  }

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public boolean carries(Channel channel) {
    return true;
  }

  @Override
  public List<Unfit> unfit(Sender via) {
    return secrets.missing(via, KEY, "callbackToken");
  }

  @Override
  public Handover send(Parcel parcel) {
    var client = client(parcel.via());
    return Parts.inTurn(
        parcel.message().parts(),
        (number, text) -> {
          var reference = parcel.attempt() + "-" + number;
          try {
            return Parts.taken(post(client, parcel, text, reference));
          } catch (NotificationClientException said) {
            var meant = NotifyAnswers.of(said);
            return meant instanceof Handover.Unknown ? look(client, reference, meant) : meant;
          }
        });
  }

  private static String post(
      NotificationClient client, Parcel parcel, String text, String reference)
      throws NotificationClientException {
    var message = parcel.message();
    var template = parcel.via().setting("template").orElseThrow();
    var sender = parcel.via().setting("senderId").orElse("");
    var to = message.to().value();
    if (message.to().channel() == Channel.TEXT) {
      var words = Map.of("message", text);
      return client.sendSms(template, to, words, reference, sender).getNotificationId().toString();
    }
    var words = Map.of("subject", Mail.subject(message), "message", text);
    return client.sendEmail(template, to, words, reference, sender).getNotificationId().toString();
  }

  /** That it knows nothing proves nothing: what we said may still be on its way. */
  private static Handover look(NotificationClient client, String reference, Handover otherwise) {
    try {
      var known = client.getNotifications(null, null, reference, null).getNotifications();
      return known.isEmpty() ? otherwise : Parts.taken(known.getFirst().getId().toString());
    } catch (NotificationClientException | RuntimeException silent) {
      return otherwise;
    }
  }

  /** Light: it holds a key and no connection. */
  private NotificationClient client(Sender via) {
    var key = secrets.of(via, KEY);
    return via.setting("endpoint")
        .map(address -> new NotificationClient(key, address))
        .orElseGet(() -> new NotificationClient(key));
  }
}
