package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/** Who may say that somebody works for a force, and whatever can be wrong with it. */
class StaffProvidersTests {

  private static final String STAFF =
      """

      staff:
        - name: entra
          label: {en: Our sign-in, cy: Ein mewngofnodi}
          issuer: https://login.example/tenant/v2.0
          clientId: 2e6f
          clientSecret: property:of-the-example
          scopes: [openid, profile]
          claims: {groups: roles, name: name}
          roles:
            FMC-Officer: [officer]
            FMC-Sergeant: [officer, supervisor, contact-handler]
      """;

  @Test
  void aForceNamesItsProviders() {
    var provider = fit(STAFF).getFirst();
    assertThat(provider.issuer()).isEqualTo("https://login.example/tenant/v2.0");
    assertThat(provider.claims().collarNumber()).isNull();
    assertThat(provider.rolesOf(List.of("FMC-Sergeant", "Gardening", "fmc-officer")))
        .containsExactly(StaffRole.OFFICER, StaffRole.SUPERVISOR, StaffRole.CONTACT_HANDLER);
    assertThat(provider.rolesOf(Set.of("Gardening"))).isEmpty();
  }

  @Test
  void aForceWithoutProvidersHasNoStaff() {
    assertThat(fit("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: entra                          | name: built-in                     | staff.0.name
          name: entra                          | name: En tra                       | staff.0.name
          issuer: https://login.example/tenant | issuer: http://login.example       | staff.0.issuer
          issuer: https://login.example/tenant | issuer: https://a.example/?x=      | staff.0.issuer
          property:of-the-example              | Zu8hWq                             | staff.0.clientSecret
          property:of-the-example              | property:of-another                | staff.0.clientSecret names a secret
          scopes: [openid, profile]            | scopes: [profile]                  | staff.0.scopes
          claims: {groups: roles, name: name}  | claims: {groups: roles}            | staff.0.claims.name is missing
          [officer]                            | [chief]                            | staff.0.roles.FMC-Officer.0
          cy: Ein mewngofnodi                  | fr: Police                         | staff.0.label
          """)
  void aFaultIsToldWithItsLine(String part, String otherwise, String message) {
    assertThat(STAFF).contains(part);
    var faults = faults(STAFF.replace(part, otherwise));
    assertThat(faults)
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.line()).isGreaterThan(10))
        .anySatisfy(fault -> assertThat(fault.message()).startsWith(message));
  }

  @Test
  void aNameStandsOnce() {
    var twice = STAFF + STAFF.substring(STAFF.indexOf("  - name"));
    assertThat(faults(twice))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).isEqualTo("staff.1.name stands twice"));
  }

  @Test
  void noForceMayStandOnAnothersDesk() {
    var one = Tenants.example();
    var host = Tenants.examine(one).fit().orElseThrow().hosts().getFirst();
    var other = Tenants.example("host: " + host, "host: desk." + host);
    var examined =
        Tenants.candidates()
            .examine(
                List.of(one, new Folder("another", other.files(), List.of())),
                Tenants.defaults(),
                Candidates.words(Tenants.defaults()));
    assertThat(examined).allSatisfy(candidate -> assertThat(candidate.fit()).isEmpty());
  }

  /** It may be pasted where its place should stand, in whatever way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zu8hWq",
        "property:Zu8hWq",
        "env:Zu8hWq",
        "file:Zu8hWq",
        "Zu8hWq: more",
        "[Zu8hWq]",
        "{is: Zu8hWq}",
        "'Zu8hWq",
        "\"Zu8hWq\\Zu8hWq\"",
        "*Zu8hWq",
        "@Zu8hWq",
        "!Zu8hWq x",
        "Zu8hWq\n    Zu8hWq"
      })
  void aSecretInClearIsNeverSaid(String pasted) {
    assertThat(faults(STAFF.replace("property:of-the-example", pasted)))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("Zu8hWq"));
  }

  @Test
  void twoProvidersOfOneNameAreNotToldApart() {
    var one = example(STAFF);
    var examined = together(one, STAFF.replace("/tenant/", "/another/"));
    assertThat(examined)
        .hasSize(2)
        .allSatisfy(candidate -> assertThat(candidate.fit()).isEmpty())
        .allSatisfy(
            candidate ->
                assertThat(candidate.faults())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.file()).isEqualTo(candidate.slug() + "/force.yaml");
                          assertThat(fault.line()).isGreaterThan(10);
                          assertThat(fault.message())
                              .startsWith("staff.0.issuer is another than that of the same name");
                          assertThat(fault.advice()).contains("a name of its own");
                        }));
    assertThat(examined.getFirst().faults().getFirst().message()).endsWith(" at another");
  }

  @Test
  void aJointProviderStandsAtEachForceThatItServes() {
    var examined = together(example(STAFF), STAFF.replace("clientId: 2e6f", "clientId: 3a7b"));
    assertThat(examined).allSatisfy(candidate -> assertThat(candidate.fit()).isPresent());
  }

  /** A force, and another with these providers. */
  private static List<Candidate> together(Folder one, String staffOfAnother) {
    var host = Tenants.examine(one).fit().orElseThrow().hosts().getFirst();
    var other = Tenants.example("host: " + host, "host: another.localhost");
    other.files().merge(ForceFile.NAME, staffOfAnother, String::concat);
    return Tenants.candidates()
        .examine(
            List.of(one, new Folder("another", other.files(), List.of())),
            Tenants.defaults(),
            Candidates.words(Tenants.defaults()));
  }

  private static List<StaffProvider> fit(String staff) {
    return Tenants.examine(example(staff)).fit().orElseThrow().files().settings().staff();
  }

  private static List<Fault> faults(String staff) {
    return Tenants.examine(example(staff)).faults();
  }

  private static Folder example(String staff) {
    var folder = Tenants.example();
    folder.files().merge(ForceFile.NAME, staff, String::concat);
    return folder;
  }
}
