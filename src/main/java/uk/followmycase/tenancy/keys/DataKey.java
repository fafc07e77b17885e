package uk.followmycase.tenancy.keys;

import java.util.UUID;

/** The key of one case. Destroying its wrapped form erases every word sealed with it. */
public interface DataKey {

  /** What is stored: useless without the force's key. */
  byte[] wrapped();

  /** Seals the words of one row (AEAD), bound to table and row so that they cannot be moved. */
  byte[] seal(String place, UUID row, byte[] clear);

  /**
   * Opens what {@link #seal} made for the same place and row.
   *
   * @throws SealBroken when it was changed, moved or sealed with another key
   */
  byte[] open(String place, UUID row, byte[] sealed);
}
