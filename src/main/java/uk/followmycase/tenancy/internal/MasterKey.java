package uk.followmycase.tenancy.internal;

import java.security.GeneralSecurityException;

/**
 * What a key provider offers: it wraps the keys of forces and of the platform, and is asked once
 * for each. Shaped so that a key management service can stand behind it.
 */
interface MasterKey {

  /** Wraps a key for one use, such as a force's. */
  byte[] wrap(byte[] key, byte[] use) throws GeneralSecurityException;

  /**
   * Unwraps what {@link #wrap} made for the same use.
   *
   * @throws GeneralSecurityException when it was wrapped by another master key or for another use
   */
  byte[] unwrap(byte[] wrapped, byte[] use) throws GeneralSecurityException;
}
