package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.tenancy.ForceSettings.Limits;
import uk.followmycase.tenancy.Forces.Fault;

/** What each provider wants to know of a force, and that no secret is told in a file. */
class ChannelSettingsTests {

  private static final String TEXT = "text: {provider: demo, sender: HumbPolice}";

  private static Candidate with(String provider, String settings) {
    var text = "text: {provider: %s, sender: Police, %s}".formatted(provider, settings);
    return Tenants.examine(Tenants.example(TEXT, text));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ses    | limits: {}                                        | channels.text.settings is missing
          ses    | settings: {}                                      | channels.text.settings.region is missing
          ses    | settings: {region: London}                        | channels.text.settings.region
          ses    | settings: {region: eu-west-2, regoin: x}          | channels.text.settings.regoin is not known
          ses    | settings: {region: eu-west-2, accessKey: env:A}   | secretKey
          ses    | settings: {region: eu-west-2, accessKey: AKIA, secretKey: env:B} | channels.text.settings.accessKey
          ses    | settings: {region: eu-west-2, endpoint: "http://example.com"} | channels.text.settings.endpoint
          ses    | settings: {region: eu-west-2, endpoint: "http://localhost:1@example.com"} | channels.text.settings.endpoint
          sns    | settings: {region: eu-west-2}                     | channels.text.settings.maximumPrice is missing
          sns    | settings: {region: eu-west-2, maximumPrice: 0}    | channels.text.settings.maximumPrice
          notify | settings: {template: x, apiKey: env:A}            | channels.text.settings.template
          notify | settings: {}                                      | channels.text.settings.apiKey is missing
          smtp   | settings: {host: relay.example, security: none}   | channels.text.settings.host
          smtp   | settings: {host: relay.example, user: env:A}      | password
          demo   | limits: {perSecond: 0}                            | channels.text.limits.perSecond
          """)
  void aFaultNamesTheSettingAndItsLine(String provider, String settings, String message) {
    assertThat(with(provider.strip(), settings.strip()).faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.message()).contains(message.strip());
              assertThat(fault.line()).isEqualTo(line());
            });
  }

  @Test
  void aSecretThatStandsInAFileByMistakeIsNotSaidAloud() {
    var faults = with("notify", "settings: {apiKey: a-real-key}").faults();
    assertThat(faults).extracting(Fault::toString).noneMatch(it -> it.contains("a-real-key"));
  }

  @Test
  void settingsAndLimitsAreRead() {
    var sns = "settings: {region: eu-west-2, maximumPrice: 0.08}, limits: {perDay: 5000}";
    var fit = with("sns", sns).fit().orElseThrow();
    var sender = Objects.requireNonNull(fit.files().settings().channels().get("text"));
    assertThat(sender.setting("maximumPrice")).contains("0.08");
    assertThat(sender.limits()).isEqualTo(new Limits(null, null, 5000));
  }

  private static int line() {
    var lines = List.of(Tenants.example().files().getOrDefault(ForceFile.NAME, "").split("\n", -1));
    return lines.indexOf("  " + TEXT) + 1;
  }
}
