package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.ForceSettings.Limits;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.keys.Handle;

/** Parcels, and what a provider outside a running product needs to carry them. */
final class Parcels {

  static final String ADDRESS = "canary@example.com";
  static final String PHONE = "+447700900321";

  /** Waits are short, so that a provider that stalls costs a test little. */
  static final DeliverySettings SETTINGS =
      settings(Map.of("connect-within", "500ms", "call-within", "800ms"));

  /** As the product has them. */
  static final DeliverySettings PATIENT = settings(Map.of());

  private Parcels() {}

  private static DeliverySettings settings(Map<String, String> some) {
    return new Binder(new MapConfigurationPropertySource(some))
        .bindOrCreate("", DeliverySettings.class);
  }

  static Secrets secrets(String... named) {
    var environment = new MockEnvironment();
    for (var i = 0; i < named.length; i += 2) {
      environment.setProperty("followmycase.secrets." + named[i], named[i + 1]);
    }
    return new Secrets(environment);
  }

  static Sender sender(String provider, String sender, String... settings) {
    var map = new HashMap<String, String>();
    for (var i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    return new Sender(provider, sender, map, Limits.NONE);
  }

  static Parcel email(Sender via, String subject, String... parts) {
    return parcel(via, new Message(new Contact(Channel.EMAIL, ADDRESS), subject, List.of(parts)));
  }

  static Parcel text(Sender via, String... parts) {
    return parcel(via, new Message(new Contact(Channel.TEXT, PHONE), "", List.of(parts)));
  }

  private static Parcel parcel(Sender via, Message message) {
    var lease =
        new Lease(
            new ForceId(1), Handle.rowId(), Urgency.PROMPT, message.to().channel(), 1, 0, false);
    return new Parcel(
        lease,
        uk.followmycase.delivery.Notices.Kind.INVITATION,
        Handle.rowId(),
        "a-force",
        via,
        false,
        message,
        null,
        false,
        Instant.now(Clock.systemUTC()));
  }
}
