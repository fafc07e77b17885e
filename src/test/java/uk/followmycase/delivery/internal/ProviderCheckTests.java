package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import uk.followmycase.delivery.Channel;
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
        discreet-text:
          provider: demo
          sender: Notices
        discreet-email:
          provider: demo
          sender: no-reply@notices.example
      """;

  private static final String SERVICE = "740e5834-3a29-46b4-9a6f-16142fde533a";
  private static final String OTHER_SERVICE = "840e5834-3a29-46b4-9a6f-16142fde533a";
  private static final String SECRET = "940e5834-3a29-46b4-9a6f-16142fde533a";

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

  @ParameterizedTest
  @CsvSource({
    "text, Wolds",
    "text, WFPnotice",
    "text, Heddlu",
    "text, PoliceInfo",
    "text, CrimeNews",
    "email, Fens <no-reply@notices.example>",
    "email, Notices <no-reply@wolds-and-fens.example>",
    "email, Notices <no-reply@mail.a-force.example>",
    "email, Notices <no-reply@news.example>",
    "email, Gwlyptir <no-reply@notices.example>",
  })
  void aDiscreetSenderThatTellsWhoSendsIsAFault(String channel, String sender) {
    var plain = new Sender("demo", channel.equals("text") ? "Plain" : "Plain <a@news.example>");
    var faults = faults(Map.of(channel, plain, "discreet-" + channel, new Sender("demo", sender)));
    assertThat(faults)
        .singleElement()
        .matches(fault -> fault.line() == (channel.equals("text") ? 14 : 17))
        .matches(fault -> fault.message().startsWith("channels.discreet-" + channel + ": sender"))
        .matches(fault -> fault.advice().startsWith("Choose a sender"));
  }

  @Test
  void aDiscreetSenderMayBeNoCopyOfThePlainOne() {
    var same = new Sender("demo", "Reminder");
    assertThat(faults(Map.of("text", same, "discreet-text", same))).hasSize(1);
    assertThat(faults(Map.of("text", same, "discreet-text", new Sender("demo", "Notices"))))
        .isEmpty();
    var plain = new Sender("demo", "Plain <a@news.example>");
    var quiet = new Sender("demo", "Notices <no-reply@notices.example>");
    assertThat(faults(Map.of("email", plain, "discreet-email", quiet))).isEmpty();
  }

  /** A relay says its name in every e-mail that it carries. */
  @Test
  void aDiscreetRelayMayNotTellEither() {
    var relay = Map.of("host", "relay.wolds.example");
    var sender = new Sender("demo", "no-reply@notices.example", relay, Limits.NONE);
    assertThat(faults(Map.of("discreet-email", sender)))
        .singleElement()
        .matches(fault -> fault.message().startsWith("channels.discreet-email: host"));
  }

  /** At Notify the service is what shows: its name, its addresses, its branding. */
  @Test
  void aDiscreetNotifyIsAServiceOfItsOwn() {
    var one = "11111111-2222-3333-4444-555555555555";
    var two = "21111111-2222-3333-4444-555555555555";
    var plain = notify("Plain", "plain", one);
    var faults = faults(Map.of("text", plain, "discreet-text", notify("Notices", "again", one)));
    assertThat(faults)
        .extracting(Fault::message)
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("channels.discreet-text: apiKey"),
            it -> assertThat(it).startsWith("channels.discreet-text: template"));
    assertThat(faults(Map.of("email", plain, "discreet-text", notify("Notices", "plain", two))))
        .singleElement()
        .matches(fault -> fault.message().startsWith("channels.discreet-text: apiKey"));
    assertThat(faults(Map.of("text", plain, "discreet-text", notify("Notices", "other", two))))
        .isEmpty();
  }

  private static Sender notify(String sender, String key, String template) {
    var settings = Map.of("apiKey", "property:" + key, "template", template);
    return new Sender("notify", sender, settings, Limits.NONE);
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

  @Test
  void aChannelIsHeardOfOnlyIfEachOfItsSendersIs() {
    var heard = new Sender("ses", "a@example", Map.of("receiptsTopic", "arn"), Limits.NONE);
    var called = new Sender("notify", "", Map.of("callbackToken", "property:token"), Limits.NONE);
    assertThat(providers().unheard(Map.of("email", heard, "discreet-text", called))).isEmpty();
    assertThat(providers().unheard(Map.of("email", heard, "discreet-email", new Sender("ses", ""))))
        .containsExactly(Channel.EMAIL);
    assertThat(providers().unheard(Map.of("text", new Sender("notify", ""), "email", called)))
        .containsExactly(Channel.TEXT);
    assertThat(providers().unheard(Map.of("discreet-text", new Sender("scripted", "Police"))))
        .containsExactly(Channel.TEXT);
  }

  private static List<Fault> faults(Map<String, Sender> channels) {
    return new ProviderCheck(providers()).check(files(channels));
  }

  private static Providers providers() {
    var beans = new StaticListableBeanFactory();
    beans.addBean("provider", new ScriptedProvider());
    beans.addBean("notify", new NotifyProvider(keys(), Parcels.SETTINGS));
    beans.addBean("ses", new SesProvider(new AwsClients(Parcels.secrets(), Parcels.SETTINGS)));
    return new Providers(beans.getBeanProvider(Provider.class));
  }

  /** Two keys of one service, and one of another. */
  private static Secrets keys() {
    return Parcels.secrets(
        "plain", "live-" + SERVICE + "-" + SECRET,
        "again", "second-" + SERVICE + "-" + SERVICE,
        "other", "live-" + OTHER_SERVICE + "-" + SECRET);
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
        Map.of("en", "Wolds and Fens Police", "cy", "Heddlu’r Gwlyptir"),
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
