package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.ForceSettings.Brand;
import uk.followmycase.tenancy.ForceSettings.Contact;
import uk.followmycase.tenancy.ForceSettings.Invitations;
import uk.followmycase.tenancy.ForceSettings.Limits;
import uk.followmycase.tenancy.ForceSettings.QuietHours;
import uk.followmycase.tenancy.ForceSettings.References;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;
import uk.followmycase.tenancy.Forces.Source;
import uk.followmycase.tenancy.NamedSecrets;

/** A force that wants what this deployment cannot do is told where and what. */
class ProviderCheckTests {

  private static final String YAML =
      """
      channels:
        text:
          provider: pigeon
          sender: Police
        fax:
          provider: scripted
          sender: Police
        email:
          provider: notify
          settings:
            apiKey: env:NOT_THERE
      """;

  @Test
  void anUnknownProviderIsAFaultWithItsLine() {
    assertThat(faults(Map.of("text", new Sender("pigeon", "Police"))))
        .containsExactly(
            new Fault(
                "a-force",
                "a-force/force.yaml",
                3,
                "This deployment has no provider pigeon for channel text",
                "Use one of [demo, notify, ses]"));
  }

  @Test
  void anUnknownChannelIsAFault() {
    assertThat(faults(Map.of("fax", new Sender("demo", "Police"))))
        .singleElement()
        .matches(fault -> fault.line() == 5 && fault.message().equals("There is no channel fax"));
  }

  @Test
  void whatIsThereIsFine() {
    assertThat(faults(Map.of("email", new Sender("demo", "Police")))).isEmpty();
  }

  @Test
  void aProviderIsKeptToItsChannels() {
    assertThat(faults(Map.of("text", new Sender("ses", "Police"))))
        .singleElement()
        .matches(fault -> fault.line() == 3 && fault.message().equals("ses does not carry text"));
  }

  @Test
  void aSecretThatIsNotThereIsToldWithItsLine() {
    var notify = new Sender("notify", "Police", Map.of("apiKey", "env:NOT_THERE"), Limits.NONE);
    assertThat(faults(Map.of("email", notify)))
        .containsExactly(
            new Fault(
                "a-force",
                "a-force/force.yaml",
                11,
                "channels.email: apiKey names a secret that is not there",
                NamedSecrets.ADVICE));
  }

  @Test
  void theDemoProviderIsNotToBeHadInProduction() {
    var demo = new ApplicationContextRunner().withPropertyValues("followmycase.demo-outbox=true");
    demo.withUserConfiguration(DemoOutboxFile.class)
        .withPropertyValues("spring.profiles.active=production")
        .run(context -> assertThat(context).doesNotHaveBean(DemoOutboxFile.class));
    new ApplicationContextRunner()
        .withUserConfiguration(DemoProvider.class)
        .run(context -> assertThat(context).doesNotHaveBean(Provider.class));
  }

  private static List<Fault> faults(Map<String, Sender> channels) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("provider", new ScriptedProvider());
    beans.addBean("notify", new NotifyProvider(Parcels.secrets(), Parcels.SETTINGS));
    beans.addBean("ses", new SesProvider(new AwsClients(Parcels.secrets(), Parcels.SETTINGS)));
    var providers = new Providers(beans.getBeanProvider(Provider.class));
    return new ProviderCheck(providers).check(files(channels));
  }

  private static Files files(Map<String, Sender> channels) {
    return new Files() {
      @Override
      public String slug() {
        return "a-force";
      }

      @Override
      public ForceSettings settings() {
        return ProviderCheckTests.settings(channels);
      }

      @Override
      public Optional<Source> source(String name) {
        return Optional.of(new Source("a-force/" + name, YAML));
      }

      @Override
      public List<Source> sources(String beginning) {
        return source(beginning).stream().toList();
      }
    };
  }

  private static ForceSettings settings(Map<String, Sender> channels) {
    return new ForceSettings(
        Map.of("en", "A Force"),
        "a-force.example",
        "england-and-wales",
        false,
        ZoneId.of("Europe/London"),
        true,
        new References(".*", " "),
        Map.of(),
        new Invitations(Duration.ofDays(14), null, "email"),
        new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
        channels,
        new Contact("101", "https://a-force.example", "help@a-force.example"),
        List.of(),
        new Brand("#000000", "#000000", "#000000", "#000000"),
        Duration.ofHours(36),
        Duration.ofDays(28),
        List.of(),
        null);
  }
}
