package uk.followmycase.tenancy.internal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.keys.PeopleKeys;

/** The platform's own keys. Opened at start, so that a wrong master key is found at once. */
@Component
final class PlatformKeys implements PeopleKeys {

  private static final int BLIND_BYTES = 32;

  private final KeySet keys;

  PlatformKeys(KeyVault vault) {
    keys = vault.platform();
  }

  @Override
  public byte[] seal(String place, UUID row, byte[] clear) {
    return keys.values().close(place, row, clear);
  }

  @Override
  public byte[] open(String place, UUID row, byte[] sealed) {
    return keys.values().open(place, row, sealed);
  }

  @Override
  public byte[] blind(String purpose, String normalised) {
    return keys.blind(purpose, normalised, BLIND_BYTES);
  }
}
