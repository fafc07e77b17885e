package uk.followmycase.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Switches by which people stop a part of the product at once, in all instances. They stand in the
 * database and are asked there, never remembered.
 */
public interface Switches {

  /**
   * Turns a switch of the bound force, which tells of it. What the nation stopped, only the nation
   * lets go. Stopping what is stopped puts off when it has to be looked at.
   *
   * @return whether anything changed
   */
  boolean turn(Turn turn, boolean byNation);

  /** Turns a switch for all forces. Each force's trail tells of it; needs no bound force. */
  void turnEverywhere(Turn turn);

  /** What is off for the bound force, by its own switches or by those for all. */
  Set<Off> off();

  /** The same with their times; what has to be looked at first, first. */
  List<Stop> stops();

  /** What is off for all forces. Needs no bound force. */
  List<Stop> stopsEverywhere();

  /** What is off for which force alone, of those with a stop. Needs no bound force. */
  Map<ForceId, List<Stop>> stopsByForce();

  /** Who turned what of the bound force lately, the newest first. */
  List<Turned> latest();

  /** Whose word it is. */
  enum Scope {
    /** The force's own. */
    FORCE,
    /** The nation's, about one force. */
    FORCE_BY_NATION,
    /** The nation's, about all. */
    EVERYWHERE
  }

  /** Something that is switched off. */
  record Off(Switch what, Scope scope) {}

  /**
   * A stop. It stands until somebody lets it go, however late that is.
   *
   * @param reviewAt when whoever stopped it meant it to be looked at again
   */
  record Stop(Switch what, Scope scope, Instant since, Instant reviewAt) {

    /** Without its times. */
    public Off off() {
      return new Off(what, scope);
    }

    /** Whether it stands for longer than anybody meant. */
    public boolean overdue(Instant now) {
      return !reviewAt.isAfter(now);
    }
  }

  /**
   * Somebody's wish.
   *
   * @param by id of the member of staff or national administrator
   * @param name as colleagues know them; may be empty
   * @param reason in their own words
   * @param review after which time somebody looks at a stop again; means nothing when it is let go
   */
  record Turn(Switch what, boolean off, UUID by, String name, String reason, Duration review) {

    /** Where nobody says when to look again. */
    public static final Duration SOON = Duration.ofHours(4);

    @Override
    public String toString() {
      return what + (off ? " off" : " on");
    }
  }

  /**
   * What somebody did.
   *
   * @param again whether it was stopped before, and is to stay so
   */
  record Turned(Instant at, Scope scope, Turn turn, boolean again) {}
}
