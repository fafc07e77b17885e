package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.tenancy.Forces.Fault;

/** Every fault is told with its file, its line and what to do. */
class ForceFileTests {

  @Test
  void theExamplesAreInOrder() {
    var forces = new TenantsFolder(Tenants.OURS).forces();
    assertThat(forces).hasSizeGreaterThanOrEqualTo(3);
    assertThat(forces).allSatisfy(force -> assertThat(Tenants.examine(force).faults()).isEmpty());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          host:                | hosts:               | host is missing
          host:                | hosts:               | hosts is not known
          .localhost           | .LOCALHOST           | host
          brand:               | references: 7\\nbrand: | Duplicate
          references:          | references: 7 #      | is not YAML
          closed               | shut                 | statuses
          strip: '             | strip: '(            | references.strip is no regular expression
          remindAfter: P7D     | remindAfter: P14D    | comes after the link has ended
          remindAfter: P7D     | remindAfter: soon    | invitations.remindAfter
          remindAfter: P7D     | validFor: PT5H       | invitations.validFor is shorter than a day
          link: "#5a2d82"      | link: "#5a2d8"       | brand.link
          link: "#5a2d82"      | link: "#9fc5e8"      | brand.link is too light
          header: "#3d1f47"    | header: "#ffffff"    | brand.header is too light
          button: "#5a2d82"    | button: "#6f8fc9"    | brand.button is too light
          brand:               | open: maybe\\nbrand:  | open
          brand:               | zone: Mars\\nbrand:   | zone
          brand:               | quietHours: {to: "20:00"}\\nbrand: | quietHours leave less than six hours
          brand:               | quietHours: {to: "21:00"}\\nbrand: | quietHours leave less than six hours
          brand:               | quietHours: {to: "25:00"}\\nbrand: | quietHours.to
          brand:               | feedSilentAfter: PT0H\\nbrand:     | feedSilentAfter is shorter
          brand:               | welshDuty: true\\nbrand:           | name.cy is missing
          brand:               | support: []\\nbrand:               | support
          brand:               | open: true\\nopen: false\\nbrand:  | Duplicate
          https://             | http://              | contact.website
          """)
  void aFaultIsToldWithItsLine(String part, String otherwise, String message) {
    var faults = faultsOf(Tenants.example(part.strip(), otherwise.strip().replace("\\n", "\n")));
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.message()).contains(message.strip());
              assertThat(fault.line()).isPositive();
              assertThat(fault.advice()).isNotBlank();
            });
  }

  @Test
  void theLineIsTheOneThatIsWrong() {
    var folder = Tenants.example();
    var text = folder.files().getOrDefault(ForceFile.NAME, "") + "\nopem: true\n";
    folder.files().put(ForceFile.NAME, text);
    assertThat(faultsOf(folder))
        .singleElement()
        .isEqualTo(
            new Fault(
                folder.slug(),
                folder.slug() + "/force.yaml",
                (int) text.lines().count(),
                "opem is not known",
                "Check the spelling, or take it out"));
  }

  @Test
  void nullTakesADefaultAway() {
    var fit = Tenants.examine(Tenants.example("remindAfter: P7D", "remindAfter: null")).fit();
    assertThat(fit.orElseThrow().files().settings().invitations().remindAfter()).isNull();
  }

  @Test
  void aHostOfTheProductIsRefused() {
    var folder = Tenants.example();
    var host = "host: " + folder.slug() + ".localhost";
    assertThat(faultsOf(Tenants.example(host, "host: api.localhost")))
        .extracting(Fault::message)
        .containsExactly("host is one of the product's own hosts");
  }

  @Test
  void twoForcesOnOneHostAreBothRefused() {
    var one = Tenants.example();
    var two = new Folder("another", one.files(), List.of());
    var examined =
        Tenants.candidates()
            .examine(List.of(one, two), Tenants.defaults(), Candidates.words(Tenants.defaults()));
    assertThat(examined)
        .allSatisfy(
            candidate -> {
              assertThat(candidate.fit()).isEmpty();
              assertThat(candidate.faults())
                  .singleElement()
                  .extracting(Fault::message)
                  .asString()
                  .contains("claimed by");
            });
  }

  private static List<Fault> faultsOf(Folder folder) {
    var candidate = Tenants.examine(folder);
    assertThat(candidate.fit()).isEmpty();
    return candidate.faults();
  }
}
