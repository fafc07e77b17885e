package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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
  private static final String TEMPLATE = "template";
  private static final String OWN_SERVICE =
      "Make a service of its own for discreet notices: people see a service's name and branding";

  /** A key ends with the id of its service and a secret, both as long as any id. */
  private static final int ID = 36;

  /** Under the name that the client really uses; it quotes answers. Held, or it would come back. */
  private static final Logger QUIET = Logger.getLogger(NotificationClient.class.toString());

  private final Secrets secrets;
  private final NotifyTemplates templates = new NotifyTemplates();

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
  public boolean hears(Sender via) {
    return via.setting("callbackToken").isPresent();
  }

  @Override
  public List<Unfit> unfit(Sender via) {
    return secrets.missing(via, KEY, "callbackToken");
  }

  @Override
  public List<Unfit> alike(Sender discreet, Sender plain) {
    if (!plain.provider().equals(name())) {
      return List.of();
    }
    var key = new Unfit(KEY, "is of the service that shows the force", OWN_SERVICE);
    var template = new Unfit(TEMPLATE, "is of the service that shows the force", OWN_SERVICE);
    return Stream.concat(
            service(discreet).stream()
                .filter(one -> service(plain).filter(one::equals).isPresent())
                .map(same -> key),
            discreet.setting(TEMPLATE).filter(same(plain)).stream().map(same -> template))
        .toList();
  }

  private static Predicate<String> same(Sender plain) {
    return template -> plain.setting(TEMPLATE).filter(template::equals).isPresent();
  }

  private Optional<String> service(Sender via) {
    return secrets
        .find(via, KEY)
        .filter(key -> key.length() > 2 * ID)
        .map(key -> key.substring(key.length() - 2 * ID - 1, key.length() - ID - 1));
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    var client = client(parcel.via());
    return Parts.inTurn(
        parcel.message().parts(),
        permitted,
        (number, text) -> {
          if (templates.changes(client, template(parcel))) {
            return new Handover.Postponed("account", RetryAfter.REPAIR);
          }
          var reference = parcel.attempt() + "-" + number;
          try {
            return Parts.taken(post(client, parcel, text, reference));
          } catch (NotificationClientException said) {
            var meant = NotifyAnswers.of(said);
            return meant instanceof Handover.Unknown
                ? look(client, parcel, text, reference, meant)
                : meant;
          }
        });
  }

  private static String template(Parcel parcel) {
    return parcel.via().setting(TEMPLATE).orElseThrow();
  }

  private String post(NotificationClient client, Parcel parcel, String text, String reference)
      throws NotificationClientException {
    var message = parcel.message();
    var template = template(parcel);
    var sender = parcel.via().setting("senderId").orElse("");
    var to = message.to().value();
    if (message.to().channel() == Channel.TEXT) {
      var words = Map.of("message", text);
      var taken = client.sendSms(template, to, words, reference, sender);
      templates.made(parcel, template, taken.getTemplateVersion(), text, taken.getBody());
      return taken.getNotificationId().toString();
    }
    var subject = Mail.subject(message);
    var words = Map.of("subject", subject, "message", text);
    var taken = client.sendEmail(template, to, words, reference, sender);
    var made = taken.getSubject() + taken.getBody();
    templates.made(parcel, template, taken.getTemplateVersion(), subject + text, made);
    return taken.getNotificationId().toString();
  }

  /** That it knows nothing proves nothing: what we said may still be on its way. */
  private Handover look(
      NotificationClient client, Parcel parcel, String text, String reference, Handover otherwise) {
    try {
      var known = client.getNotifications(null, null, reference, null).getNotifications();
      if (known.isEmpty()) {
        return otherwise;
      }
      var taken = known.getFirst();
      var version = taken.getTemplateVersion();
      templates.made(parcel, template(parcel), version, text, taken.getBody());
      return Parts.taken(taken.getId().toString());
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
