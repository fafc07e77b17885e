package uk.followmycase.delivery.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** One client of a provider for each set of settings: forces with an account in common share it. */
final class Clients<C extends AutoCloseable> implements AutoCloseable {

  private final Map<Map<String, String>, C> bySettings = new ConcurrentHashMap<>();
  private final Function<Sender, C> open;

  Clients(Function<Sender, C> open) {
    this.open = open;
  }

  C of(Sender via) {
    return bySettings.computeIfAbsent(via.settings(), settings -> open.apply(via));
  }

  @Override
  public void close() throws Exception {
    for (var client : bySettings.values()) {
      client.close();
    }
  }
}
