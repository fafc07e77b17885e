package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces.Files;

/** Finds what would tell, of a discreet sender, who sends. */
final class Discretion {

  private static final String SENDER = "sender";
  private static final String HOST = "host";
  private static final String ADVICE =
      "Choose a sender that says nothing of the force or the police, in name, address and domain";

  private final Telltales telltales;
  private final List<Sender> plain;
  private final Providers providers;
  private final Files files;

  Discretion(Files files, Providers providers) {
    this.files = files;
    this.providers = providers;
    this.telltales = new Telltales(files);
    this.plain =
        files.settings().channels().entrySet().stream()
            .filter(entry -> !discreet(entry.getKey()))
            .map(java.util.Map.Entry::getValue)
            .toList();
  }

  private static boolean discreet(String channel) {
    return channel.startsWith(Senders.DISCREET);
  }

  /** What is wrong with the sender of a channel; nothing with one that may show its force. */
  Stream<Unfit> unfit(String channel, Sender via) {
    return discreet(channel)
        ? Stream.of(sender(channel, via).stream(), host(via).stream(), alike(via))
            .flatMap(some -> some)
        : Stream.empty();
  }

  private Optional<Unfit> sender(String channel, Sender via) {
    return telltales
        .in(via.sender())
        .map(word -> "tells who sends: it holds “%s”".formatted(word))
        .or(() -> copied(plainOne(channel), via))
        .map(message -> new Unfit(SENDER, message, ADVICE));
  }

  private @Nullable Sender plainOne(String channel) {
    return files.settings().channels().get(channel.substring(Senders.DISCREET.length()));
  }

  private static Optional<String> copied(@Nullable Sender plain, Sender via) {
    if (plain == null) {
      return Optional.empty();
    }
    if (plain.sender().strip().equalsIgnoreCase(via.sender().strip())) {
      return Optional.of("is the one that shows the force");
    }
    return Mail.domain(via)
        .filter(domain -> Mail.domain(plain).filter(domain::equals).isPresent())
        .map(domain -> "writes from the domain of the one that shows the force");
  }

  /** A relay puts its name into every e-mail. */
  private Optional<Unfit> host(Sender via) {
    return via.setting(HOST)
        .flatMap(telltales::in)
        .map(word -> new Unfit(HOST, "tells who sends: it holds “%s”".formatted(word), ADVICE));
  }

  private Stream<Unfit> alike(Sender via) {
    return providers.named(via.provider()).stream()
        .flatMap(provider -> plain.stream().flatMap(one -> provider.alike(via, one).stream()))
        .distinct();
  }
}
