package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;

/** Refuses a force that wants a provider which cannot send for it here. */
@Component
class ProviderCheck implements Forces.Check {

  private static final Map<String, Channel> CHANNELS =
      Map.of(
          "text",
          Channel.TEXT,
          "email",
          Channel.EMAIL,
          Senders.DISCREET + "text",
          Channel.TEXT,
          Senders.DISCREET + "email",
          Channel.EMAIL);

  private final Providers providers;

  ProviderCheck(Providers providers) {
    this.providers = providers;
  }

  @Override
  public List<Fault> check(Files files) {
    var place = new ChannelLines(files);
    var discretion = new Discretion(files, providers);
    return files.settings().channels().entrySet().stream()
        .flatMap(
            entry ->
                Stream.concat(
                        unfit(entry.getKey(), entry.getValue()),
                        discretion
                            .unfit(entry.getKey(), entry.getValue())
                            .map(it -> named(entry.getKey(), it)))
                    .map(unfit -> place.fault(entry.getKey(), unfit)))
        .toList();
  }

  private Stream<Unfit> unfit(String channel, Sender via) {
    if (!CHANNELS.containsKey(channel)) {
      var message = "There is no channel " + channel;
      return Stream.of(
          new Unfit(
              "", message, "Use text and email, and the two that begin with " + Senders.DISCREET));
    }
    var provider = providers.named(via.provider());
    if (provider.isEmpty()) {
      return Stream.of(unknown(channel, via.provider()));
    }
    if (!provider.get().carries(CHANNELS.get(channel))) {
      var message = via.provider() + " does not carry " + channel;
      return Stream.of(new Unfit("provider", message, "Choose another provider for this channel"));
    }
    return Stream.concat(provider.get().unfit(via).stream(), limited(channel, via))
        .map(unfit -> named(channel, unfit));
  }

  /** It would be passed over in silence. */
  private static Stream<Unfit> limited(String channel, Sender via) {
    var limits = via.limits();
    return channel.startsWith(Senders.DISCREET)
            && (limits.perSecond() != null || limits.perDay() != null)
        ? Stream.of(
            new Unfit(
                "limits",
                "has a budget of its own, but a channel has one for both its senders",
                "Write perSecond and perDay under text and email; they count what leaves discreetly too"))
        : Stream.empty();
  }

  private static Unfit named(String channel, Unfit unfit) {
    var said = "channels.%s: %s %s".formatted(channel, unfit.entry(), unfit.message());
    return new Unfit(unfit.entry(), said, unfit.advice());
  }

  private Unfit unknown(String channel, String provider) {
    var advice =
        provider.equals(DemoProvider.NAME)
            ? "The demo provider is for the demo profile only, and never for production"
            : "Use one of " + providers.names();
    var message = "This deployment has no provider %s for channel %s".formatted(provider, channel);
    return new Unfit("provider", message, advice);
  }
}
