package uk.followmycase.tenancy.keys;

import java.util.UUID;

/** The keys of the bound force. Its own key is unwrapped once and kept in memory. */
public interface ForceKeys {

  /** A fresh data key for one case, with its wrapped form to store. */
  DataKey newDataKey(UUID owner);

  /**
   * The data key of a case.
   *
   * @param owner the same id that it was made for
   * @throws SealBroken when it was made for another owner, force or key
   */
  DataKey dataKey(UUID owner, byte[] wrapped);

  /** Seals a value that belongs to no case under the force's key, bound to a place and a row. */
  byte[] seal(String place, UUID row, byte[] clear);

  /** Opens what {@link #seal} made for the same place and row. */
  byte[] open(String place, UUID row, byte[] sealed);

  /**
   * A keyed digest (HMAC-SHA-256, 16 bytes) by which a normalised value can be found again, within
   * this force and purpose only.
   */
  byte[] blind(String purpose, String normalised);
}
