package uk.followmycase.tenancy;

import java.util.Set;
import java.util.UUID;

/**
 * Switches by which people stop a part of the product at once, in all instances. They stand in the
 * database and are asked there, never remembered.
 */
public interface Switches {

  /**
   * Turns a switch of the bound force, in the caller's transaction, which tells of it.
   *
   * @param by id of the member of staff who turns it
   */
  void turn(Switch what, boolean off, UUID by);

  /** Turns a switch for all forces. Each force's trail tells of it; needs no bound force. */
  void turnEverywhere(Switch what, boolean off, UUID by);

  /** What is off for the bound force, by its own switches or by those for all. */
  Set<Off> off();

  /** Something that is switched off. */
  record Off(Switch what, boolean everywhere) {}
}
