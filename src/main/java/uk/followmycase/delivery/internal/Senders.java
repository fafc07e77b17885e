package uk.followmycase.delivery.internal;

import java.util.Locale;
import java.util.Optional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** Who sends for a force: under its own name, or under one that tells nobody anything. */
final class Senders {

  static final String DISCREET = "discreet-";

  private Senders() {}

  /** The channel that an entry of {@code force.yaml} is about. */
  static Channel channel(String name) {
    return Channel.valueOf(name.replaceFirst("^" + DISCREET, "").toUpperCase(Locale.ROOT));
  }

  static Optional<Sender> of(Force force, Channel channel, boolean discreet) {
    var name = channel.name().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(force.settings().channels().get(discreet ? DISCREET + name : name));
  }
}
