package uk.followmycase.delivery.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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

  Set<String> names() {
    return byName.keySet();
  }
}
