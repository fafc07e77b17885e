package uk.followmycase.web.admin.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Outgoing.Line;
import uk.followmycase.delivery.Outgoing.Today;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Off;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Turned;
import uk.followmycase.web.Words;

/**
 * How a force's notices fare.
 *
 * @param mayTurn whether the reader may turn switches
 */
record DeliveryPage(
    List<Line> lines, List<Position> switches, List<Turned> turned, boolean mayTurn) {

  private static final Today NOTHING = new Today(0, 0, 0, 0);

  static DeliveryPage of(List<Line> lines, Set<Off> off, List<Turned> turned, boolean mayTurn) {
    var switches = Arrays.stream(Switch.values()).map(one -> Position.of(one, off)).toList();
    return new DeliveryPage(lines, switches, turned, mayTurn);
  }

  /**
   * Where a switch stands.
   *
   * @param own whether the force itself stopped it
   * @param nation whether the nation did
   */
  record Position(Switch what, boolean own, boolean nation) {

    static Position of(Switch what, Set<Off> off) {
      return new Position(
          what,
          off.contains(new Off(what, Scope.FORCE)),
          off.contains(new Off(what, Scope.FORCE_BY_NATION))
              || off.contains(new Off(what, Scope.EVERYWHERE)));
    }

    boolean off() {
      return own || nation;
    }
  }

  /** What is switched off. */
  List<Position> off() {
    return switches.stream().filter(Position::off).toList();
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
    return t.say(
        (turned.turn().off() ? "delivery.did.off." : "delivery.did.on.") + key(turned.scope()),
        "what",
        t.say("delivery.switch." + turned.turn().what().code()));
  }

  /** The end of a key. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
