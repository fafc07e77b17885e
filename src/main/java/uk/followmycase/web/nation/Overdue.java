package uk.followmycase.web.nation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Stop;

/**
 * A stop that stands for longer than anybody meant.
 *
 * @param force name by language; null for all forces
 */
record Overdue(@Nullable Map<String, String> force, Stop stop) {

  /** All of them, a force's own as well: the nation would see them nowhere else. */
  static List<Overdue> of(
      List<Stop> everywhere, List<Force> forces, Map<ForceId, List<Stop>> stops, Instant now) {
    return Stream.concat(
            everywhere.stream().map(stop -> new Overdue(null, stop)),
            forces.stream().flatMap(force -> of(force, stops.getOrDefault(force.id(), List.of()))))
        .filter(one -> one.stop.overdue(now))
        .toList();
  }

  private static Stream<Overdue> of(Force force, List<Stop> stops) {
    return stops.stream().map(stop -> new Overdue(force.settings().name(), stop));
  }

  /** The end of a key. */
  static String key(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
