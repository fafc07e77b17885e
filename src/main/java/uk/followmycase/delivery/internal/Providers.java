package uk.followmycase.delivery.internal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** The providers that this deployment has, by name. */
@Component
class Providers {

  private final Map<String, Provider> byName = new TreeMap<>();

  Providers(ObjectProvider<Provider> providers) {
    providers.forEach(provider -> byName.put(provider.name(), provider));
  }

  Optional<Provider> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Channels, of a force's, by which a notice may leave and nobody says whether it arrived. */
  Set<Channel> unheard(Map<String, Sender> channels) {
    var unheard = EnumSet.noneOf(Channel.class);
    channels.forEach(
        (name, via) -> {
          if (named(via.provider()).filter(it -> it.hears(via)).isEmpty()) {
            unheard.add(Senders.channel(name));
          }
        });
    return unheard;
  }

  Set<String> names() {
    return byName.keySet();
  }
}
