package uk.followmycase.identity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff.BuiltIn;
import uk.followmycase.identity.StaffSignIn.Person;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/** People that the demonstration brings along, one for each role, who need no provider. */
@Component
@Profile("demo")
class DemoStaff implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoStaff.class);

  /** No force's file can name a provider so. */
  static final String NAME = "built-in";

  private static final String NATIONAL = "national-administrator";

  /** One keeps another out, and a third lets them in. */
  private static final List<Person> NATION =
      List.of(
          new Person(NATIONAL, "Morgan Reid", NATIONAL),
          new Person(NATIONAL + "-2", "Ffion Hughes", NATIONAL),
          new Person(NATIONAL + "-3", "Jo Mercer", NATIONAL));

  private static final List<String> NAMES =
      List.of("Sam Carter", "Nia Evans", "Priya Shah", "Tom Walsh", "Ruth Bailey", "David Okafor");

  /** The unit of the example cases that have an officer of the demonstration. */
  private static final String UNIT = "Volume Crime Team";

  /** What two must agree on cannot be shown by one. */
  private static final List<BuiltIn> SECONDS =
      List.of(
          second(StaffRole.DATA_PROTECTION_OFFICER, "Carys Lloyd", "1007"),
          second(StaffRole.SAFEGUARDING, "Owen Price", "1008"));

  private final Forces forces;
  private final Sites sites;

  DemoStaff(Environment environment, Forces forces, Sites sites) {
    this.forces = forces;
    this.sites = sites;
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      throw new IllegalStateException("The demonstration's staff never work in production");
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var people =
        all().stream()
            .map(one -> one.displayName() + " (" + one.key() + ")")
            .collect(Collectors.joining(", "));
    forces.all().forEach(force -> LOG.info("Desk {}/ for {}", sites.deskAddress(force), people));
    LOG.info("National site {}/", sites.address(sites.national()));
  }

  /** Vouches for them; each role is a group of its own. */
  StaffProvider provider() {
    return new StaffProvider(
        NAME,
        Map.of("en", NAME),
        "urn:follow-my-case:" + NAME,
        NAME,
        NAME,
        List.of(),
        new StaffProvider.Claims("groups", "name", null, null),
        all().stream()
            .collect(Collectors.toUnmodifiableMap(BuiltIn::key, one -> Set.of(one.role()))));
  }

  /** Vouches for whoever looks after the platform, and for nobody at a force. */
  StaffProvider national() {
    var own = provider();
    return new StaffProvider(
        own.name(),
        own.label(),
        own.issuer(),
        own.clientId(),
        own.clientSecret(),
        own.scopes(),
        own.claims(),
        NationalSettings.noRoleAtAnyForce(NATION.stream().map(Person::key).toList()));
  }

  List<Person> nation() {
    return NATION;
  }

  List<BuiltIn> all() {
    return Stream.concat(Arrays.stream(StaffRole.values()).map(DemoStaff::person), SECONDS.stream())
        .toList();
  }

  Optional<BuiltIn> find(String key) {
    return all().stream().filter(one -> one.key().equals(key)).findFirst();
  }

  private static BuiltIn second(StaffRole role, String name, String collarNumber) {
    return new BuiltIn(key(role) + "-2", role, name, collarNumber, Set.of(UNIT));
  }

  private static BuiltIn person(StaffRole role) {
    return new BuiltIn(
        key(role),
        role,
        NAMES.get(role.ordinal()),
        Integer.toString(1001 + role.ordinal()),
        Set.of(UNIT));
  }

  private static String key(StaffRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
