package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.regex.Pattern;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Files;
import uk.followmycase.tenancy.Forces.Source;

/** Finds the line of {@code force.yaml} that a fault of a channel is about. */
final class ChannelLines {

  private static final String FILE = "force.yaml";

  private final String slug;
  private final String path;
  private final List<String> lines;

  ChannelLines(Files files) {
    var source = files.source(FILE);
    slug = files.slug();
    path = source.map(Source::path).orElse(FILE);
    lines = source.map(found -> found.text().lines().toList()).orElse(List.of());
  }

  Fault fault(String channel, Unfit unfit) {
    var at = line(channel, unfit.entry());
    return new Fault(slug, path, at, unfit.message(), unfit.advice());
  }

  /** One-based; 0 when the force's own file does not speak of the channel. */
  private int line(String channel, String entry) {
    var under = at("channels:", 0);
    var head = under < 0 ? -1 : at(channel + ":", under);
    var found = head < 0 || entry.isEmpty() ? head : at(entry + ":", head);
    return Math.max(head, found) + 1;
  }

  private int at(String entry, int from) {
    for (var number = from; number < lines.size(); number++) {
      if (holds(lines.get(number), entry)) {
        return number;
      }
    }
    return -1;
  }

  /** As a whole word: the name of one channel may end as another's does. */
  private static boolean holds(String line, String entry) {
    return Pattern.compile("(^|[\\s{,])" + Pattern.quote(entry)).matcher(line).find();
  }
}
