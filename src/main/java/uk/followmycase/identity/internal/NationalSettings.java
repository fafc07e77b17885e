package uk.followmycase.identity.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/**
 * The platform's own identity provider.
 *
 * @param issuer as its tokens say it; nobody can sign in nationally where there is none
 * @param clientId our name there
 * @param clientSecret where our secret there is, never the secret
 * @param scopes to ask for
 * @param groups claim that holds somebody's groups
 * @param name claim that holds the name that colleagues know
 * @param administrators the groups that may administer the platform
 * @param label by language; what people choose it by
 */
@ConfigurationProperties("followmycase.national")
record NationalSettings(
    @Nullable String issuer,
    @DefaultValue("follow-my-case") String clientId,
    @DefaultValue("property:national") String clientSecret,
    @DefaultValue({"openid", "profile"}) List<String> scopes,
    @DefaultValue("groups") String groups,
    @DefaultValue("name") String name,
    @DefaultValue({}) List<String> administrators,
    @DefaultValue Map<String, String> label) {

  /** Part of the address that it sends people back to; a force's file cannot name one so. */
  static final String NAME = "national";

  Optional<StaffProvider> provider() {
    return Optional.ofNullable(issuer)
        .map(
            found ->
                new StaffProvider(
                    NAME,
                    label.isEmpty() ? Map.of("en", found) : label,
                    found,
                    clientId,
                    clientSecret,
                    scopes,
                    new StaffProvider.Claims(groups, name, null, null),
                    noRoleAtAnyForce(administrators)));
  }

  /** Their groups mean something here, and nothing at any force. */
  static Map<String, Set<StaffRole>> noRoleAtAnyForce(List<String> groups) {
    var none = new HashMap<String, Set<StaffRole>>();
    groups.forEach(group -> none.put(group, Set.of()));
    return Map.copyOf(none);
  }
}
