package uk.followmycase.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Switches by which people stop a part of the product at once, in all instances. They stand in the
 * database and are asked there, never remembered.
 */
public interface Switches {

  /**
   * Turns a switch of the bound force, which tells of it. What the nation stopped, only the nation
   * lets go.
   *
   * @return whether anything changed
   */
  boolean turn(Turn turn, boolean byNation);

  /** Turns a switch for all forces. Each force's trail tells of it; needs no bound force. */
  void turnEverywhere(Turn turn);

  /** What is off for the bound force, by its own switches or by those for all. */
  Set<Off> off();

  /** What is off for all forces. Needs no bound force. */
  Set<Switch> offEverywhere();

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
   * Somebody's wish.
   *
   * @param by id of the member of staff or national administrator
   * @param name as colleagues know them; may be empty
   * @param reason in their own words
   */
  record Turn(Switch what, boolean off, UUID by, String name, String reason) {

    @Override
    public String toString() {
      return what + (off ? " off" : " on");
    }
  }

  /** What somebody did. */
  record Turned(Instant at, Scope scope, Turn turn) {}
}
