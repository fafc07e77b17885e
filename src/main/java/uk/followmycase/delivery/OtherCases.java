package uk.followmycase.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is on several cases of the bound force. What is said of how to contact somebody is said of
 * one human being: it counts wherever they are told something.
 */
public interface OtherCases {

  /**
   * As whom else the same account is let in, by person; whoever is on one case only is absent.
   * Asked in the caller's transaction, by one statement however many they are.
   */
  Map<UUID, Set<UUID>> of(Collection<UUID> people);
}
