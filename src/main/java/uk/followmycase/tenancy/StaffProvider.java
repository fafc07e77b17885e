package uk.followmycase.tenancy;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that may say who works for a force. Where several forces share one, each
 * lists it with a mapping of its own.
 *
 * @param name short, part of the address that the provider sends people back to
 * @param label by language; what people choose it by
 * @param issuer as its tokens say it
 * @param clientId our name there
 * @param clientSecret where our secret there is, never the secret: ask {@link NamedSecrets}
 * @param scopes to ask for; {@code openid} among them
 * @param claims where its ID tokens say what we must know
 * @param roles what each of its groups may do here; all other groups mean nothing
 */
public record StaffProvider(
    String name,
    Map<String, String> label,
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    Claims claims,
    Map<String, Set<StaffRole>> roles) {

  /** What these groups may do together; empty when none of them is mapped. */
  public Set<StaffRole> rolesOf(Collection<String> groups) {
    var all = EnumSet.noneOf(StaffRole.class);
    groups.forEach(group -> all.addAll(roles.getOrDefault(group, Set.of())));
    return Collections.unmodifiableSet(all);
  }

  /**
   * Names of claims.
   *
   * @param groups holds one group or a list
   * @param name holds the name that colleagues know
   * @param collarNumber holds the officer's number; null where the provider does not know it
   * @param units holds the unit that somebody works in or answers for, or a list of them, named as
   *     the records system names them; null where the provider does not know them
   */
  public record Claims(
      String groups, String name, @Nullable String collarNumber, @Nullable String units) {}
}
