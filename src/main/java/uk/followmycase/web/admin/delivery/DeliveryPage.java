package uk.followmycase.web.admin.delivery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Outgoing.Line;
import uk.followmycase.delivery.Outgoing.Today;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Stop;
import uk.followmycase.tenancy.Switches.Turned;
import uk.followmycase.web.Words;

/**
 * How a force's notices fare.
 *
 * @param unheard channels of which nobody says whether a notice arrived
 * @param templates switches of single templates
 * @param overdue what stands stopped for longer than anybody meant
 * @param mayTurn whether the reader may turn switches
 */
record DeliveryPage(
    List<Line> lines,
    Set<Channel> unheard,
    List<Position> switches,
    List<Position> templates,
    List<Stop> overdue,
    List<Turned> turned,
    boolean mayTurn) {

  private static final Today NOTHING = new Today(0, 0, 0, 0, 0);

  static DeliveryPage of(
      List<Line> lines,
      Set<Channel> unheard,
      List<Stop> stops,
      Instant now,
      List<Turned> turned,
      boolean mayTurn) {
    var switches =
        Arrays.stream(Switch.values())
            .map(one -> Position.of(one, stops))
            .collect(Collectors.partitioningBy(position -> position.what().template()));
    var overdue = stops.stream().filter(stop -> stop.overdue(now)).toList();
    return new DeliveryPage(
        lines,
        unheard,
        Objects.requireNonNull(switches.get(false)),
        Objects.requireNonNull(switches.get(true)),
        overdue,
        turned,
        mayTurn);
  }

  /** Where a switch stands: who has stopped it, each for themselves. */
  record Position(Switch what, List<Stop> stops) {

    static Position of(Switch what, List<Stop> all) {
      return new Position(what, all.stream().filter(stop -> stop.what() == what).toList());
    }

    /** Whether the force itself stopped it. */
    boolean own() {
      return stops.stream().anyMatch(stop -> stop.scope() == Scope.FORCE);
    }

    /** Whether the nation did. */
    boolean nation() {
      return stops.stream().anyMatch(stop -> stop.scope() != Scope.FORCE);
    }

    boolean off() {
      return !stops.isEmpty();
    }
  }

  /** What is switched off. */
  List<Position> off() {
    return Stream.concat(switches.stream(), templates.stream()).filter(Position::off).toList();
  }

  /** Whether nothing at all leaves. */
  boolean all() {
    return off().stream().anyMatch(position -> position.what() == Switch.NOTICES);
  }

  /** What has waited for too long. */
  List<Line> late() {
    return lines.stream().filter(Line::late).toList();
  }

  /** Of a channel, what there is anything to say about. */
  List<Line> busy(Channel channel) {
    return lines.stream().filter(line -> line.channel() == channel).filter(this::busy).toList();
  }

  private boolean busy(Line line) {
    return line.waiting() > 0 || !line.today().equals(NOTHING);
  }

  /** What is switched off, or let go on, in words. */
  static String said(Words t, Turned turned) {
    var did = turned.again() ? "again" : turned.turn().off() ? "off" : "on";
    return t.say(
        "delivery.did." + did + "." + key(turned.scope()),
        "what",
        t.say("delivery.switch." + turned.turn().what().code()));
  }

  /** The end of a key. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
