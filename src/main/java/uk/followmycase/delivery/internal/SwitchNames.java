package uk.followmycase.delivery.internal;

import java.util.Locale;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;

/** Switches that stop notices: all of them, those of a channel, those of a kind. */
final class SwitchNames {

  static final String ALL = "notices";

  private SwitchNames() {}

  static String of(Enum<?> channelOrKind) {
    return ALL + "." + channelOrKind.name().toLowerCase(Locale.ROOT);
  }

  /** In the order of their ordinals, as heads have them. */
  static String[] channels() {
    return Stream.of(Channel.values()).map(SwitchNames::of).toArray(String[]::new);
  }

  static String[] kinds() {
    return Stream.of(Kind.values()).map(SwitchNames::of).toArray(String[]::new);
  }
}
