package uk.followmycase.tenancy.keys;

import java.util.UUID;

/** The platform's own key, for credentials of persons. Used by identity alone. */
public interface PeopleKeys {

  /** Seals a value bound to a place and a row. */
  byte[] seal(String place, UUID row, byte[] clear);

  /** Opens what {@link #seal} made for the same place and row. */
  byte[] open(String place, UUID row, byte[] sealed);

  /** A keyed digest (HMAC-SHA-256, 32 bytes) within this purpose. */
  byte[] blind(String purpose, String normalised);
}
