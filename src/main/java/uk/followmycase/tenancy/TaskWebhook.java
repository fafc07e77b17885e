package uk.followmycase.tenancy;

import java.util.List;

/**
 * Where a force's own system is told that tasks changed.
 *
 * @param url encrypted, but on one's own machine
 * @param keys to sign with: one, or two while the one is being put in the other's place
 */
public record TaskWebhook(String url, List<Key> keys) {

  /**
   * A key.
   *
   * @param id by which people tell keys apart
   * @param secret where the secret is, never the secret: ask {@link NamedSecrets}
   */
  public record Key(String id, String secret) {}
}
