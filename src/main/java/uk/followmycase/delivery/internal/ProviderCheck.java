package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;

/** Refuses a force that wants a provider this deployment does not have. */
@Component
class ProviderCheck implements Forces.Check {

  private static final String FILE = "force.yaml";
  private static final Set<String> CHANNELS = Set.of("text", "email");

  private final Providers providers;

  ProviderCheck(Providers providers) {
    this.providers = providers;
  }

  @Override
  public List<Fault> check(Files files) {
    var faults = new ArrayList<Fault>();
    files
        .settings()
        .channels()
        .forEach(
            (channel, sender) -> {
              if (!CHANNELS.contains(channel)) {
                faults.add(unknownChannel(files, channel));
              } else if (providers.named(sender.provider()).isEmpty()) {
                faults.add(unknownProvider(files, channel, sender.provider()));
              }
            });
    return faults;
  }

  private static Fault unknownChannel(Files files, String channel) {
    return fault(
        files, channel + ":", "There is no channel " + channel, "Use text and email, no others");
  }

  private Fault unknownProvider(Files files, String channel, String provider) {
    var advice =
        provider.equals(DemoProvider.NAME)
            ? "The demo provider is for the demo profile only, and never for production"
            : "Use one of " + providers.names();
    var message = "This deployment has no provider " + provider + " for channel " + channel;
    return fault(files, "provider: " + provider, message, advice);
  }

  private static Fault fault(Files files, String at, String message, String advice) {
    var source = files.source(FILE);
    var path = source.map(Forces.Source::path).orElse(FILE);
    var line = source.map(found -> line(found.text(), at)).orElse(0);
    return new Fault(files.slug(), path, line, message, advice);
  }

  private static int line(String text, String at) {
    var lines = text.lines().toList();
    for (var number = 0; number < lines.size(); number++) {
      if (lines.get(number).contains(at)) {
        return number + 1;
      }
    }
    return 0;
  }
}
