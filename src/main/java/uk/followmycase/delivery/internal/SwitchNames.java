package uk.followmycase.delivery.internal;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;

/** Switches that stop notices: all of them, of a channel, of a kind, of a template. */
final class SwitchNames {

  static final String ALL = "notices";

  private SwitchNames() {}

  static String of(Enum<?> channelOrKind) {
    return ALL + "." + channelOrKind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this switch stops some notices, and not all. */
  static boolean ofSome(String name) {
    return name.startsWith(ALL + ".");
  }

  /** Whatever stops a notice of this kind by this channel. */
  static Set<String> stopping(Kind kind, Channel channel) {
    return Set.of(ALL, of(channel), of(kind), of(kind, channel));
  }

  private static String of(Kind kind, Channel channel) {
    return of(kind) + "." + channel.name().toLowerCase(Locale.ROOT);
  }

  /** As heads have them: each kind by each channel, channel by channel. */
  static String[] templates() {
    return Stream.of(Channel.values())
        .flatMap(channel -> Stream.of(Kind.values()).map(kind -> of(kind, channel)))
        .toArray(String[]::new);
  }

  /** In the order of their ordinals, as heads have them. */
  static String[] channels() {
    return Stream.of(Channel.values()).map(SwitchNames::of).toArray(String[]::new);
  }

  static String[] kinds() {
    return Stream.of(Kind.values()).map(SwitchNames::of).toArray(String[]::new);
  }
}
